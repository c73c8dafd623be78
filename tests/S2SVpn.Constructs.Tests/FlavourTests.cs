using System.Text.Json.Nodes;
using S2SVpn.Constructs.Tests.Samples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What differs between a configuration of this flavour and the snapshots, which are CDKTF's: with CDKTF nothing, with CDK Terrain this.</summary>
public sealed class FlavourTests(SampleTests.Samples samples) : IClassFixture<SampleTests.Samples>
{
    [Fact]
    public void Starter_DiffersFromItsSnapshot_InTheVersionOfTheRemarks() => Assert.Equal(
        Flavour.IsDefault ? [] : ["//.metadata.version"],
        Differences("", Snapshot("StarterTests.Synth_Starter_IsThisConfiguration"), JsonNode.Parse(Synthesis.Synthesize(Synthesis.Starter))));

    // It leaves the versions open that a request sets.
    [Fact]
    public void OwnStack_DiffersFromItsSnapshot_InItsProvidersToo() => Assert.Equal(
        Flavour.IsDefault ? [] :
        [
            "//.metadata.version", "terraform.required_providers.aws.source", "terraform.required_providers.aws.version",
            "terraform.required_providers.azurerm.version", "terraform.required_providers.random.version",
        ],
        Differences("", Snapshot("Samples/SampleTests.OwnStack_IsThisConfiguration"), JsonNode.Parse(samples.OwnStack)).Where(path => !path.StartsWith("resource.", StringComparison.Ordinal) || !path.EndsWith(".//", StringComparison.Ordinal)));

    private static JsonObject Snapshot(string name) => ConfigurationSnapshot.Read(Repository.File(["tests", "S2SVpn.Constructs.Tests", .. $"{name}.verified.json".Split('/')]));

    private static IEnumerable<string> Differences(string path, JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other) ? []
        : one is JsonObject left && other is JsonObject right
            ? left.Select(entry => entry.Key).Union(right.Select(entry => entry.Key)).Order(StringComparer.Ordinal)
                .SelectMany(name => Differences(path.Length == 0 ? name : $"{path}.{name}", left[name], right[name]))
            : [path];
}
