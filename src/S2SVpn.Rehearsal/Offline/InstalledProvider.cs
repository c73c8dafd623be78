using System.Runtime.InteropServices;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>The real AWS provider in a folder laid out as a Terraform mirror, where this machine has one.</summary>
public sealed record InstalledProvider(string Mirror, string Version)
{
    private const string Host = "registry.terraform.io";

    /// <summary>The provider's program.</summary>
    public string Program => Directory.EnumerateFiles(Path.Combine(Mirror, Host, "hashicorp", "aws", Version, Platform), "terraform-provider-aws*").First();

    /// <summary>The first one where Terraform looks for providers, or where machines without a network keep theirs.</summary>
    public static InstalledProvider? Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] roots = [Environment.GetEnvironmentVariable("TF_PLUGIN_CACHE_DIR"), Path.Combine(home, ".terraform.d"), "/opt", "/usr/local/share/terraform", "/usr/share/terraform"];
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };
        return roots
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root!, Host, options))
            .SelectMany(OfMirror)
            .FirstOrDefault();
    }

    private static IEnumerable<InstalledProvider> OfMirror(string host)
    {
        var versions = new DirectoryInfo(Path.Combine(host, "hashicorp", "aws"));
        return !versions.Exists ? [] : versions.EnumerateDirectories()
            .Where(version => Directory.Exists(Path.Combine(version.FullName, Platform)))
            .Select(version => new InstalledProvider(Path.GetDirectoryName(host)!, version.Name));
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
            return $"{system}_{processor}";
        }
    }
}
