using System.Runtime.CompilerServices;

namespace S2SVpn.Tests.Support;

/// <summary>Where the files of this repository are, seen from the compiled tests.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "S2SVpnCdktf.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No repository above {here}.");
        }

        return folder.FullName;
    }
}
