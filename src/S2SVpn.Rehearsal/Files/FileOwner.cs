using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace S2SVpn.Rehearsal.Files;

/// <summary>Whose a folder is.</summary>
internal static partial class FileOwner
{
    public const UnixFileMode OnlyThisUser = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OpenToOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // linux/fcntl.h and linux/stat.h; the layout is the same on every processor.
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint WantsUser = 0x8;
    private const int UserOffset = 20;
    private const int Size = 256;

    /// <summary>
    /// Whether a folder is this user's, no link, and nobody else's to write to. In a folder that all may write to, another user could
    /// have made it, to have files deleted that he may not touch.
    /// </summary>
    public static bool IsThisUser(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            // Each user has a folder for temporary files there.
            return new DirectoryInfo(folder).LinkTarget is null;
        }

        var info = new DirectoryInfo(folder);
        if (!info.Exists || info.LinkTarget is not null || (info.UnixFileMode & OpenToOthers) != 0)
        {
            return false;
        }

        // Others' folders that only they may write to are root's alone to delete.
        return !Environment.IsPrivilegedProcess || (OperatingSystem.IsLinux() && UserOf(folder) == EffectiveUser());
    }

    private static uint? UserOf(string folder)
    {
        var status = new byte[Size];
        return Statx(CurrentFolder, folder, NoFollow, WantsUser, status) == 0 ? BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(UserOffset)) : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();
}
