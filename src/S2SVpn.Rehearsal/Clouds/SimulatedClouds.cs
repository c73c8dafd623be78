using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds.Engine;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Plugin;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Types.Aws;
using S2SVpn.Rehearsal.Clouds.Types.Azure;
using S2SVpn.Rehearsal.Clouds.Types.Random;
using S2SVpn.Rehearsal.Clouds.Types.Tls;

namespace S2SVpn.Rehearsal.Clouds;

/// <summary>
/// AWS, Azure and the random and tls providers, simulated for the real Terraform. While they run, every Terraform that has their
/// environment talks to them, and to no cloud.
/// </summary>
public sealed class SimulatedClouds : IAsyncDisposable
{
    private const string Host = "registry.terraform.io/hashicorp/";

    private readonly PluginServer _server;

    private SimulatedClouds(PluginServer server, CloudStore store, IReadOnlyDictionary<string, string> environment)
    {
        _server = server;
        Store = store;
        Environment = environment;
    }

    public CloudStore Store { get; }

    /// <summary>What has to be in the environment of Terraform, or of what runs it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<SimulatedClouds> StartAsync(CloudOptions? options = null)
    {
        options ??= new CloudOptions();
        SimulatedCloud[] clouds = [.. Clouds(options.Schemas ?? SchemaReader.ReadEmbedded()).Where(cloud => !options.Real.Contains(cloud.Name))];
        var server = new PluginServer(clouds);
        try
        {
            await server.StartAsync(new ProviderCalls(new CloudEngine(options.Store, options.Faults, options.Patience)));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return new SimulatedClouds(server, options.Store, new Dictionary<string, string>
        {
            ["TF_REATTACH_PROVIDERS"] = Reattach(server, clouds),
            // cdktf would otherwise ask the registry for hashes of the providers, and these have none.
            ["TF_CLI_ARGS_providers_lock"] = "-help",
            // Neither Terraform nor cdktf is to look for a newer version of itself.
            ["CHECKPOINT_DISABLE"] = "1",
            // A quarter of Terraform's time goes to freeing memory that it won't need in such a short run.
            ["GOGC"] = "off",
            ["GOMEMLIMIT"] = "1GiB",
        });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static IEnumerable<SimulatedCloud> Clouds(ValueMap<ProviderSchema> schemas)
    {
        if (schemas.TryGetValue($"{Host}aws", out var aws))
        {
            yield return new AwsCloud(aws);
        }

        if (schemas.TryGetValue($"{Host}azurerm", out var azure))
        {
            yield return new AzureCloud(azure);
        }

        if (schemas.TryGetValue($"{Host}random", out var random))
        {
            yield return new RandomCloud(random);
        }

        if (schemas.TryGetValue($"{Host}tls", out var tls))
        {
            yield return new TlsCloud(tls);
        }
    }

    private static string Reattach(PluginServer server, IEnumerable<SimulatedCloud> clouds) => new JsonObject(clouds.Select(cloud =>
    {
        var (network, address) = server.AddressOf(cloud);
        return KeyValuePair.Create(Host + cloud.Name, (JsonNode?)new JsonObject
        {
            ["Protocol"] = "grpc",
            ["ProtocolVersion"] = 6,
            ["Pid"] = System.Environment.ProcessId,
            // Without it Terraform takes the provider for one of protocol 5.
            ["Test"] = true,
            ["Addr"] = new JsonObject { ["Network"] = network, ["String"] = address },
        });
    })).ToJsonString();
}
