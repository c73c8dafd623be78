using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

public sealed class StarterTests
{
    [Fact]
    public void Synth_Starter_IsThisConfiguration() => Snapshot.Verify(Synthesis.Synthesize(Synthesis.Starter));

    [Fact]
    public void Synth_TwiceInTwoFolders_GivesTheSameBytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        var plan = Synthesis.Plan(Synthesis.Starter);

        Assert.Equal(Synthesis.Synthesize(plan, first.Path), Synthesis.Synthesize(plan, second["deeper"]));
    }

    [Fact]
    public void Synth_Starter_HoldsNoPathOfThisMachine()
    {
        using var folder = new TemporaryFolder();

        var text = Synthesis.Synthesize(Synthesis.Plan(Synthesis.Starter), folder.Path);

        Assert.DoesNotContain(folder.Path, text);
        Assert.DoesNotContain(Repository.Root, text);
        Assert.DoesNotMatch("""[:\[] *"(/(?!/")|[A-Za-z]:\\)""", text);
        Assert.Equal("terraform.shop-dev.tfstate", (string?)new Configuration(text).Json["terraform"]!["backend"]!["local"]!["path"]);
    }

    [Fact]
    public void Synth_Starter_AsksForProviderRangesOfFullSources()
    {
        var terraform = new Configuration(Synthesis.Synthesize(Synthesis.Starter)).Json["terraform"]!;

        Assert.Equal(
            """{"aws":{"source":"registry.terraform.io/hashicorp/aws","version":">= 6.25, < 7"},"azurerm":{"source":"registry.terraform.io/hashicorp/azurerm","version":">= 4.55, < 5"},"random":{"source":"registry.terraform.io/hashicorp/random","version":">= 3.7, < 4"}}""",
            System.Text.RegularExpressions.Regex.Unescape(terraform["required_providers"]!.ToJsonString()));
        Assert.Equal(">= 1.5", (string?)terraform["required_version"]);
    }
}
