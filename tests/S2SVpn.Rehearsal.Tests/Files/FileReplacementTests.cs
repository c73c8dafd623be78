using S2SVpn.Rehearsal.Files;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Files;

/// <summary>What is written takes its place whole, or not at all.</summary>
public sealed class FileReplacementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileReplacementTests()
    {
        Directory.CreateDirectory(_folder["from", "stacks", "a"]);
        Directory.CreateDirectory(_folder["to", "stacks", "a"]);
        File.WriteAllText(_folder["from", "manifest.json"], "new");
        File.WriteAllText(_folder["from", "stacks", "a", "cdk.tf.json"], "new");
        File.WriteAllText(_folder["to", "manifest.json"], "old");
        File.WriteAllText(_folder["to", "stacks", "a", "terraform.tfstate"], "state");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CopyAll_ReplacesWhatIsThere_AndLeavesTheRest()
    {
        FileReplacement.CopyAll(_folder["from"], _folder["to"]);

        Assert.Equal("new", File.ReadAllText(_folder["to", "manifest.json"]));
        Assert.Equal("new", File.ReadAllText(_folder["to", "stacks", "a", "cdk.tf.json"]));
        Assert.Equal("state", File.ReadAllText(_folder["to", "stacks", "a", "terraform.tfstate"]));
        Assert.Equal(3, Directory.GetFiles(_folder["to"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void CopyAll_WithAFolderInTheWay_ReplacesNothing()
    {
        Directory.CreateDirectory(_folder["to", "stacks", "a", "cdk.tf.json"]);

        var failure = Assert.Throws<IOException>(() => FileReplacement.CopyAll(_folder["from"], _folder["to"]));

        Assert.Contains("is a folder", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(_folder["to", "manifest.json"]));
        Assert.Equal(2, Directory.GetFiles(_folder["to"], "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void CopyAll_IntoAFile_SaysSo()
    {
        File.WriteAllText(_folder["file"], "");

        var failure = Assert.Throws<IOException>(() => FileReplacement.CopyAll(_folder["from"], _folder["file"]));

        Assert.StartsWith($"{_folder["file"]} could not be written", failure.Message, StringComparison.Ordinal);
    }
}
