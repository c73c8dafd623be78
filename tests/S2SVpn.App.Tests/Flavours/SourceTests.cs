using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Flavours;

public sealed class SourceTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("examples")]
    public void Sources_All_NameNoFlavour(string folder) => Assert.Empty(
        from file in Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Contains("obj")
        let text = File.ReadAllText(file)
        where text.Contains("HashiCorp.Cdktf", StringComparison.Ordinal) || text.Contains("Io.Cdktn", StringComparison.Ordinal)
        select $"{file} names a flavour's namespace: let Cdk.props, Directory.Build.targets or the project file have the using.");
}
