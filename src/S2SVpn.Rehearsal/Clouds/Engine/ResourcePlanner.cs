using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>
/// Plans one resource. Terraform asks twice, before and during the apply, and wants the same answer: this is a pure function.
/// </summary>
internal static class ResourcePlanner
{
    /// <param name="session">The configured provider.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="prior">What is there; null where nothing is.</param>
    /// <param name="proposed">What Terraform makes of the configuration and what is there.</param>
    /// <param name="config">The configuration alone.</param>
    public static ResourcePlan Plan(ProviderSession session, string type, Attributes? prior, Attributes proposed, Attributes config)
    {
        var overlay = session.Cloud.TypeOf(type);
        var schema = session.Cloud.SchemaOf(type);
        var planned = Block(schema, prior, ProviderDefaults.Apply(schema, overlay, proposed), name => overlay.ComputedBlocks.Contains(name));
        planned = session.Cloud.Plan(session, planned, config);
        planned = overlay.Plan?.Invoke(planned) ?? planned;
        planned = NewNames.Plan(overlay, schema, planned, config);
        return new ResourcePlan(
            planned,
            prior is null ? [] : [.. Replaces(session.Cloud, overlay, prior, planned)],
            Legacy: overlay.IsLegacy);
    }

    private static IEnumerable<string> Replaces(SimulatedCloud cloud, CloudType overlay, Attributes prior, Attributes planned) => overlay.ForceNew
        .Where(path => !prior.At(path).SequenceEqual(planned.At(path)))
        .Select(path => path.Split('.')[0])
        .Concat(overlay.ForceNewIf?.Invoke(prior, planned) ?? [])
        .Concat(cloud.ForceNew(prior, planned))
        .Distinct(StringComparer.Ordinal);

    private static Attributes Block(BlockSchema schema, Attributes? prior, Attributes proposed, Func<string, bool> isComputed)
    {
        var planned = proposed;
        foreach (var (name, attribute) in schema.Attributes)
        {
            // Terraform has put the prior value there already, where there is one and the configuration has none.
            if (attribute.Computed && prior is null && proposed[name].IsNull)
            {
                planned = planned.With(name, Value.Unknown);
            }
        }

        foreach (var (name, nested) in schema.Blocks)
        {
            planned = planned.With(name, Blocks(nested, prior?[name], proposed[name], isComputed, name));
        }

        return planned;
    }

    private static Value Blocks(NestedBlock nested, Value? prior, Value proposed, Func<string, bool> isComputed, string path)
    {
        if (isComputed(path) && proposed is ListValue { Items.Count: 0 })
        {
            return prior ?? Value.Unknown;
        }

        Attributes Inner(Attributes? before, Attributes now) => Block(nested.Block, before, now, name => isComputed($"{path}.{name}"));

        return proposed switch
        {
            Attributes block when nested.Nesting == BlockNesting.Map => new Attributes(block.Values.Select(entry =>
                KeyValuePair.Create(entry.Key, entry.Value is Attributes now ? Inner((prior as Attributes)?[entry.Key] as Attributes, now) : entry.Value))),
            Attributes block => Inner(prior as Attributes, block),
            ListValue list when nested.Nesting == BlockNesting.Set => new ListValue([.. list.Items.Select(item =>
                item is Attributes now ? Inner(prior is ListValue before && before.Items.Contains(now) ? now : null, now) : item)]),
            ListValue list => new ListValue([.. list.Items.Select((item, index) =>
                item is Attributes now ? Inner(At(prior, index), now) : item)]),
            _ => proposed,
        };
    }

    private static Attributes? At(Value? list, int index) =>
        list is ListValue { Items: var items } && index < items.Count ? items[index] as Attributes : null;
}

/// <summary>What a cloud would do.</summary>
/// <param name="Planned">How the resource would be.</param>
/// <param name="Replaces">The attributes whose change replaces it.</param>
/// <param name="Legacy">Whether Terraform has to check the plan as leniently as one of an older kind of provider.</param>
internal sealed record ResourcePlan(Attributes Planned, ValueList<string> Replaces, bool Legacy);
