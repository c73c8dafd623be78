using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Files;

/// <summary>The folder that one process has for its temporary folders, and the lock that shows that it lives.</summary>
internal sealed partial class ScratchRoot : IDisposable
{
    // Two seconds in all: programs that are ending need no longer.
    private const int Attempts = 20;

    private readonly string _parent;
    private readonly FileStream _lock;

    private ScratchRoot(string path, FileStream @lock, string parent) => (Path, _lock, _parent) = (path, @lock, parent);

    public string Path { get; }

    /// <summary>Makes one, and deletes those of processes that have ended.</summary>
    /// <param name="parent">Where.</param>
    /// <exception cref="IOException">It can't be made there.</exception>
    public static ScratchRoot Open(string parent)
    {
        Sweep(parent);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var path = System.IO.Path.Combine(parent, Scratch.Prefix + System.IO.Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal));
            Create(path);
            // A process that sweeps may take the folder away before it has its lock, or between the file and its lock: then the lock is
            // one of a file that is gone.
            if (TryLock(path, FileMode.CreateNew) is { } held)
            {
                if (File.Exists(held.Name))
                {
                    RuntimeFiles.Note(held);
                    return new ScratchRoot(path, held, parent);
                }

                held.Dispose();
            }
        }

        throw new IOException($"No file can be made in the folder for temporary files, {parent}.");
    }

    public void Dispose()
    {
        // The lock goes last: who is stopped in between leaves something that the next process knows to be unused.
        Delete(Path, except: Scratch.LockFile);
        _lock.Dispose();
        Delete(Path);
        Sweep(_parent);
    }

    /// <summary>Deletes a folder, as far as it can.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="except">A file in it that stays, and the folder with it.</param>
    public static void Delete(string folder, string? except = null)
    {
        for (var attempt = 1; attempt <= Attempts && Directory.Exists(folder); attempt++)
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => entry.Name != except).ToList())
                {
                    Delete(entry);
                }

                if (except is null)
                {
                    Directory.Delete(folder);
                }

                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Programs that are ending delete there, or write there, at the same time.
                Thread.Sleep(10 * attempt);
            }
        }
    }

    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }

    private static void Create(string path)
    {
        try
        {
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, FileOwner.OnlyThisUser);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"No folder can be made in the one for temporary files: {exception.Message}", exception);
        }
    }

    private static void Sweep(string parent)
    {
        foreach (var folder in Directory.GetDirectories(parent, $"{Scratch.Prefix}*").Where(FileOwner.IsThisUser))
        {
            try
            {
                SweepOne(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another process is at it, or made it.
            }
        }
    }

    private static void SweepOne(string folder)
    {
        if (!File.Exists(System.IO.Path.Combine(folder, Scratch.LockFile)))
        {
            // Stopped before it had a lock, or about to get one.
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
            else if (Form().IsMatch(System.IO.Path.GetFileName(folder)) && DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > TimeSpan.FromMinutes(1))
            {
                // Deleted, and made again by a program that was still ending. What people make has other names.
                Delete(folder);
            }

            return;
        }

        using (var held = TryLock(folder, FileMode.Open))
        {
            // Where locks have no effect, a second one can be had too, and nothing tells whether the process lives.
            if (held is null || CanLock(folder))
            {
                return;
            }

            RuntimeFiles.Delete(held, System.IO.Path.GetDirectoryName(folder)!);
            Delete(folder, except: Scratch.LockFile);
            // Under the lock, so that the owner can tell. On Windows, which keeps what is open, a file has its lock from the start.
            if (!OperatingSystem.IsWindows())
            {
                Delete(folder);
                return;
            }
        }

        Delete(folder);
    }

    [GeneratedRegex($@"^{Scratch.Prefix}[a-z0-9]{{11}}\z")]
    private static partial Regex Form();

    private static bool CanLock(string folder)
    {
        using var held = TryLock(folder, FileMode.Open);
        return held is not null;
    }

    private static FileStream? TryLock(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(folder, Scratch.LockFile), mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
