using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>Versions that a page and the notice name are those of bindings/flavours.</summary>
public sealed class FlavourPageTests
{
    private static readonly string[] Flavours = [Flavour.Default, "terrain"];

    [Fact]
    public void Page_NamesTheCoresAndConstructs_ThatArePinned() => Assert.Contains(
        $"| core, constructs | {string.Join(" | ", Flavours.Select(flavour => $"{Flavour.VersionOf(flavour)}, {Flavour.VersionOf(flavour, "constructs")}"))} |",
        File.ReadAllText(Repository.File("docs", "cdk-terrain.md")));

    [Theory]
    [InlineData(Flavour.Default)]
    [InlineData("terrain")]
    public void Notice_NamesEveryModule_ThatPackagesAreMadeFrom(string flavour)
    {
        var notice = File.ReadAllText(Repository.File("NOTICE"));

        Assert.All(Flavour.ModulesOf(flavour).Where(module => module.Name != "jsii-pacmak"), module => Assert.Contains($" {module.Name} {module.Version} ", notice));
    }
}
