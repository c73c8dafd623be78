using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>Writes a provider's defaults into a plan where the configuration has no value.</summary>
internal static class ProviderDefaults
{
    public static Attributes Apply(BlockSchema schema, CloudType type, Attributes proposed) =>
        type.Defaults.Count == 0 ? proposed : Apply(schema, type.Defaults, proposed, "");

    private static Attributes Apply(BlockSchema schema, IReadOnlyDictionary<string, Value> defaults, Attributes proposed, string path)
    {
        foreach (var (name, attribute) in schema.Attributes)
        {
            if (!attribute.Computed && proposed[name].IsNull && defaults.TryGetValue(path + name, out var value))
            {
                proposed = proposed.With(name, value);
            }
        }

        foreach (var (name, nested) in schema.Blocks)
        {
            if (proposed[name] is ListValue { Items: var items })
            {
                proposed = proposed.With(name, new ListValue([.. items.Select(item =>
                    item is Attributes block ? Apply(nested.Block, defaults, block, $"{path}{name}.") : item)]));
            }
        }

        return proposed;
    }
}
