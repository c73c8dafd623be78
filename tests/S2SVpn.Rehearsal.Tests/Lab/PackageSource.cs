using System.Security.Cryptography;
using System.Text;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A source of Debian packages in a folder, and a cache for what apt fetches from it.</summary>
internal sealed class PackageSource : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _index = new();

    private PackageSource() => Directory.CreateDirectory(_folder["source"]);

    public string Cache => _folder["cache"];

    /// <summary>What the cache holds but the lists and the lock.</summary>
    public string[] Fetched => [.. Directory.GetFileSystemEntries(Cache).Select(Path.GetFileName).Where(name => name is not ("lists" or "lock")).OfType<string>().Order(StringComparer.Ordinal)];

    public static PackageSource Open()
    {
        var lacks = Command.Find("apt-get") is null || Command.Find("dpkg-deb") is null;
        Assert.SkipWhen(lacks, "Needs apt-get and dpkg-deb; this machine is neither Debian nor Ubuntu.");
        return new PackageSource();
    }

    /// <summary>A package with one file of its name, in the source but not yet in its index.</summary>
    public PackageSource Add(string name, string version = "1", string? needs = null)
    {
        var tree = Directory.CreateDirectory(_folder["tree", $"{name}-{version}"]).FullName;
        Directory.CreateDirectory(Path.Combine(tree, "DEBIAN"));
        Directory.CreateDirectory(Path.Combine(tree, "usr", "bin"));
        File.WriteAllText(Path.Combine(tree, "usr", "bin", name), version);
        var control = $"Package: {name}\nVersion: {version}\nArchitecture: all\nMaintainer: nobody <nobody@example.com>\nDescription: a test\n{(needs is null ? "" : $"Depends: {needs}\n")}";
        File.WriteAllText(Path.Combine(tree, "DEBIAN", "control"), control);
        var file = $"{name}_{version}_all.deb";
        var (code, error) = HostMachine.Run("dpkg-deb", ["--build", "--root-owner-group", tree, _folder["source", file]]);
        Assert.True(code == 0, error);
        var bytes = File.ReadAllBytes(_folder["source", file]);
        _index.Append($"{control}Filename: ./{file}\nSize: {bytes.Length}\nSHA256: {Convert.ToHexStringLower(SHA256.HashData(bytes))}\n\n");
        return this;
    }

    public PackageSource Publish()
    {
        File.WriteAllText(_folder["source", "Packages"], _index.ToString());
        return this;
    }

    /// <summary>Takes a package out, as a source does with one that has a successor.</summary>
    public PackageSource Withdraw(string name, string version)
    {
        File.Delete(_folder["source", $"{name}_{version}_all.deb"]);
        _index.Clear();
        return this;
    }

    public LabPackages Packages(string program = "apt-get", bool reachable = true)
    {
        // A folder each: several may run at once.
        var etc = Directory.CreateDirectory(_folder["etc", $"{Guid.NewGuid():N}"]).FullName;
        var (list, status) = (Path.Combine(etc, "sources.list"), Path.Combine(etc, "status"));
        File.WriteAllText(list, $"deb [trusted=yes] copy:{(reachable ? _folder["source"] : _folder["nowhere"])} ./\n");
        File.WriteAllText(status, "");
        var settings = $"""
            Dir::Etc::sourcelist "{list}";
            Dir::Etc::sourceparts "-";
            Dir::State::status "{status}";
            """;
        return new LabPackages(Cache, new Apt(Cache, settings, program));
    }

    public void Dispose() => _folder.Dispose();
}
