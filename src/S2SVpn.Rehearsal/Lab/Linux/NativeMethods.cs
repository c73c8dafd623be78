using System.Runtime.InteropServices;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>The calls of Linux that .NET has no words for.</summary>
internal static partial class NativeMethods
{
    public const int NewNetwork = 0x40000000;

    private const nuint BindFlag = 4096;

    private const int Stop = 19;

    public static void EnterNetwork(string file)
    {
        using var handle = File.OpenHandle(file);
        Check(SetNamespace(handle.DangerousGetHandle().ToInt32(), NewNetwork), $"Entering {file}");
    }

    public static void Mount(string source, string target, string type, string? data = null) =>
        Check(MountCall(source, target, type, 0, data), $"Mounting {type} on {target}");

    /// <summary>Has a file stand in another's place.</summary>
    public static void Bind(string source, string target) => Check(MountCall(source, target, "", BindFlag, null), $"Binding {source} to {target}");

    /// <summary>Stops a process where it is: it is there, and does nothing.</summary>
    public static void Freeze(int process) => Check(Kill(process, Stop), $"Stopping process {process}");

    /// <summary>Whether this process is root, really or in a user namespace.</summary>
    public static bool IsRoot => EffectiveUser() == 0;

    private static void Check(int result, string what)
    {
        if (result != 0)
        {
            throw new LabException($"{what} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetNamespace(int descriptor, int type);

    [LibraryImport("libc", EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MountCall(string source, string target, string type, nuint flags, string? data);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();
}
