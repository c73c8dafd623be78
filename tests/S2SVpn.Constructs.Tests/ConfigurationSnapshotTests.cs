using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What a snapshot leaves out is not lost.</summary>
public sealed class ConfigurationSnapshotTests
{
    [Fact]
    public void Shorten_AndRestore_GiveTheWholeConfiguration()
    {
        var text = Synthesis.Synthesize(File.ReadAllText(Repository.File("examples", "managed-ha-static.yaml")));
        var whole = JsonNode.Parse(text)!;
        foreach (var resource in whole["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject()))
        {
            resource.Value!.AsObject().Remove("//");
        }

        var shortened = ConfigurationSnapshot.Shorten(text);

        Assert.Equal(Arguments(whole), Arguments(ConfigurationSnapshot.Restore(shortened)));
        Assert.DoesNotContain("tunnel1_phase1_encryption_algorithms", shortened, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Arguments(JsonNode configuration) => configuration["resource"]!.AsObject()
        .SelectMany(type => type.Value!.AsObject().SelectMany(resource => resource.Value!.AsObject().Select(argument => $"{type.Key}.{resource.Key}.{argument.Key} = {argument.Value?.ToJsonString()}")))
        .Order(StringComparer.Ordinal);
}
