using YamlDotNet.Serialization;

namespace S2SVpn.Constructs.Tests;

/// <summary>What a test machine in AWS gets at its first start, as it stands in the configuration, read by somebody else than who wrote it.</summary>
public static class ProbeCloudInit
{
    private static readonly Lazy<Dictionary<string, object>> Yaml = new(() => new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Text!));

    public static string Text { get; } = Assert.Single(new Configuration(Synthesis.Synthesize("""
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        probes: { aws: [{ name: one }] }
        """)).OfType("aws_instance")).Text("user_data");

    public static IReadOnlyDictionary<string, (string Content, string Permissions)> Files => ((List<object>)Yaml.Value["write_files"]).Cast<Dictionary<object, object>>().ToDictionary(
        file => (string)file["path"], file => ((string)file["content"], (string)file["permissions"]));

    public static IReadOnlyList<string[]> Commands => [.. ((List<object>)Yaml.Value["runcmd"]).Select(command => ((List<object>)command).Cast<string>().ToArray())];
}
