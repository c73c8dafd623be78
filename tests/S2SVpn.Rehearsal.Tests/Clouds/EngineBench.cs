using System.Text.Json;
using S2SVpn.Rehearsal.Clouds.Engine;
using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Types.Aws;
using S2SVpn.Rehearsal.Clouds.Types.Azure;
using S2SVpn.Rehearsal.Clouds.Types.Random;
using S2SVpn.Rehearsal.Clouds.Types.Tls;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>The clouds without Terraform: does what Terraform would ask of them.</summary>
public sealed class EngineBench : IDisposable
{
    private const string Host = "registry.terraform.io/hashicorp/";

    private static readonly S2SVpn.Design.ValueMap<ProviderSchema> Schemas = SchemaReader.ReadEmbedded();

    private readonly Dictionary<string, ProviderSession> _sessions = new()
    {
        ["aws"] = new(new AwsCloud(Schemas[$"{Host}aws"])) { Settings = Values("""{"region":"eu-central-1"}""") },
        ["azurerm"] = new(new AzureCloud(Schemas[$"{Host}azurerm"])),
        ["random"] = new(new RandomCloud(Schemas[$"{Host}random"])),
        ["tls"] = new(new TlsCloud(Schemas[$"{Host}tls"])),
    };

    private readonly CloudEngine _engine;

    public EngineBench(FaultPlan? faults = null, TimeSpan? patience = null) => _engine = new CloudEngine(Store, faults ?? FaultPlan.None, patience ?? TimeSpan.Zero);

    /// <summary>What else Terraform does meanwhile.</summary>
    internal Retries Retries => _engine.Retries;

    /// <summary>Begins what doesn't end.</summary>
    internal void Begin(Operation operation, string type, string json) => _engine.Ongoing.Begin(new OngoingOperation(operation, type, Values(json)));

    public CloudStore Store { get; } = new();

    public static Attributes Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ValueJson.ReadObject(document.RootElement);
    }

    public ProviderSession Session(string type) => _sessions[type.Split('_')[0]];

    public Attributes Create(string type, string json) => Apply(type, null, json);

    public Attributes Update(string type, Attributes prior, string json) => Apply(type, prior, json);

    public void Delete(string type, Attributes prior) => Wait(DeleteAsync(type, prior));

    public Task<Attributes?> DeleteAsync(string type, Attributes prior) => _engine.ApplyAsync(Session(type), type, prior, null);

    public Attributes? Read(string type, Attributes known) => Wait(_engine.ReadAsync(Session(type), type, known));

    /// <summary>What is refused of a configuration.</summary>
    public string? Validate(string type, string json) =>
        _engine.Validate(Session(type), type, SchemaNormalizer.Normalize(Session(type).Cloud.SchemaOf(type), Values(json)))?.Message;

    /// <summary>The attributes whose change would replace it.</summary>
    public IEnumerable<string> Replaces(string type, Attributes prior, string json) => Plan(type, prior, json).Replaces;

    /// <summary>How it is planned.</summary>
    public Attributes Planned(string type, Attributes prior, string json) => Plan(type, prior, json).Planned;

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }

    private Attributes Apply(string type, Attributes? prior, string json) =>
        Wait(_engine.ApplyAsync(Session(type), type, prior, Plan(type, prior, json).Planned))!;

    private ResourcePlan Plan(string type, Attributes? prior, string json)
    {
        var schema = Session(type).Cloud.SchemaOf(type);
        var config = SchemaNormalizer.Normalize(schema, Values(json));
        // Terraform carries what is computed and not configured over from what is there.
        var carried = schema.Attributes.Where(attribute => attribute.Value.Computed && config[attribute.Key].IsNull)
            .Select(attribute => KeyValuePair.Create(attribute.Key, prior?[attribute.Key] ?? Value.Null));
        return ResourcePlanner.Plan(Session(type), type, prior, config.MergedWith(new Attributes(carried)), config);
    }

    // Without faults nothing here takes time.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
