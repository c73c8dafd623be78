using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>One simulated cloud: what all of its resource types have in common.</summary>
public abstract class SimulatedCloud
{
    private readonly Dictionary<string, CloudType> _types;
    private readonly Dictionary<string, CloudData> _data;

    protected SimulatedCloud(ProviderSchema schema, IEnumerable<CloudType> types, IEnumerable<CloudData> data)
    {
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _data = data.ToDictionary(item => item.Name, StringComparer.Ordinal);
        Schema = schema with { Resources = [.. schema.Resources.Select(Overlay)] };
    }

    /// <summary>The last part of its provider's address.</summary>
    public abstract string Name { get; }

    /// <summary>The provider's schema, with what the overlays add to it.</summary>
    public ProviderSchema Schema { get; }

    /// <summary>Whether its things exist outside of Terraform's state.</summary>
    public virtual bool IsRemote => true;

    public CloudType TypeOf(string name) => _types.GetValueOrDefault(name) ?? new CloudType(name);

    public CloudData? DataOf(string name) => _data.GetValueOrDefault(name);

    public BlockSchema SchemaOf(string name) =>
        Schema.Resources.TryGetValue(name, out var type) ? type.Block : throw new ArgumentException($"{Name} has no resource {name} here. Add its line to bindings/manifest.txt.");

    public BlockSchema DataSchemaOf(string name) =>
        Schema.DataSources.TryGetValue(name, out var type) ? type.Block : throw new ArgumentException($"{Name} has no data source {name} here. Add its line to bindings/manifest.txt.");

    /// <summary>The id of something whose type has no form of its own.</summary>
    internal abstract string IdOf(CreateContext context);

    /// <summary>How the provider words what the cloud refused.</summary>
    internal abstract string FormatError(Operation operation, string type, string name, CloudRefusedException refused);

    /// <summary>What every type's plan tells already.</summary>
    internal virtual Attributes Plan(ProviderSession session, Attributes planned, Attributes config) => planned;

    /// <summary>The attributes whose change replaces any type.</summary>
    internal virtual IEnumerable<string> ForceNew(Attributes prior, Attributes planned) => [];

    /// <summary>What the cloud makes alike for every type.</summary>
    internal virtual Attributes Make(CreateContext context, Attributes planned) => planned;

    private KeyValuePair<string, TypeSchema> Overlay(KeyValuePair<string, TypeSchema> type)
    {
        var overlay = TypeOf(type.Key);
        var block = type.Value.Block;
        var attributes = block.Attributes.Select(attribute => overlay.Sensitive.Contains(attribute.Key)
            ? KeyValuePair.Create(attribute.Key, attribute.Value with { Sensitive = true })
            : attribute);
        return KeyValuePair.Create(type.Key, new TypeSchema(Math.Max(overlay.Version, type.Value.Version), block with { Attributes = [.. attributes] }));
    }
}
