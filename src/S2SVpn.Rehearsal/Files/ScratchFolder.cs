namespace S2SVpn.Rehearsal.Files;

/// <summary>A temporary folder of this process.</summary>
public sealed class ScratchFolder : IDisposable
{
    internal ScratchFolder(string path) => Path = path;

    public string Path { get; }

    public DirectoryInfo CreateSubdirectory(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name));

    // What can't be deleted now, because a program that is ending still writes there, goes with the process.
    public void Dispose() => ScratchRoot.Delete(Path);
}
