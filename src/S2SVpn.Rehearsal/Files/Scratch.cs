namespace S2SVpn.Rehearsal.Files;

/// <summary>
/// Temporary folders. Those of one process lie in one folder, in which it holds a locked file: the lock ends with the process,
/// however it ends. So the next process can tell what is no longer in use, and deletes it.
/// </summary>
public static class Scratch
{
    /// <summary>What the names of the processes' folders begin with.</summary>
    internal const string Prefix = "s2svpn-run-";

    internal const string LockFile = "lock";

    // A socket's path may have about a hundred characters, of which some are needed below this folder.
    private const int LongestRoot = 55;

    private static readonly string[] Variables = OperatingSystem.IsWindows() ? ["TMP", "TEMP"] : ["TMPDIR"];
    private static readonly Lock Gate = new();

    private static ScratchRoot? _root;
    private static string? _forOthers;
    private static int _count;

    /// <summary>A new folder that only this user may open. It is deleted with what this gives, or at the end of the process.</summary>
    public static ScratchFolder Create()
    {
        lock (Gate)
        {
            return new ScratchFolder(CreateFolder());
        }
    }

    /// <summary>
    /// Makes such a folder the one for temporary files of this process and of those that it starts, until what this gives is
    /// disposed. It is always the same, and stays until the end of the process: for CDKTF's Node.js, which ends no sooner.
    /// </summary>
    public static IDisposable UseForTemporaryFiles()
    {
        lock (Gate)
        {
            return new Redirection(_forOthers ??= CreateFolder());
        }
    }

    /// <summary>Has the folders deleted after what others do at the end of the process that have said so by now: they end programs that use them.</summary>
    public static void DeleteAfterOthers()
    {
        lock (Gate)
        {
            if (_root is not null)
            {
                AppDomain.CurrentDomain.ProcessExit -= End;
                AppDomain.CurrentDomain.ProcessExit += End;
            }
        }
    }

    private static string CreateFolder()
    {
        if (_root is null)
        {
            _root = ScratchRoot.Open(Place());
            AppDomain.CurrentDomain.ProcessExit += End;
        }

        return Directory.CreateDirectory(Path.Combine(_root.Path, $"{_count++}")).FullName;
    }

    // Not released: a thread that still wants a folder waits for the end of the process.
    private static void End(object? sender, EventArgs arguments)
    {
        Gate.Enter();
        _root!.Dispose();
    }

    private static string Place()
    {
        var folder = Path.GetTempPath();
        // jsii gives Node.js the path of its script without quotes.
        return (folder.Length > LongestRoot || folder.Contains(' ', StringComparison.Ordinal)) && !OperatingSystem.IsWindows() && Directory.Exists("/tmp") ? "/tmp" : folder;
    }

    private sealed class Redirection : IDisposable
    {
        private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];

        public Redirection(string folder) => Set(Enumerable.Repeat(folder, Variables.Length));

        public void Dispose() => Set(_before);

        private static void Set(IEnumerable<string?> values)
        {
            foreach (var (name, value) in Variables.Zip(values))
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
