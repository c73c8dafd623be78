using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Lines;

/// <summary>
/// Tells by which lines of a request a resource changes: those that alone change its configuration, or that of something that it
/// refers to.
/// </summary>
public sealed class RequestLines
{
    private readonly IReadOnlyList<PlannedStack> _plans;
    private readonly IReadOnlyList<LineVariant> _variants;
    private readonly IReadOnlyList<HashSet<string>> _changed;

    /// <param name="plans">The plans of the change, one for each stack.</param>
    /// <param name="before">The stacks of the request before.</param>
    /// <param name="variants">Each difference alone.</param>
    public RequestLines(IReadOnlyList<PlannedStack> plans, IReadOnlyList<string> before, IReadOnlyList<LineVariant> variants)
    {
        (_plans, _variants) = (plans, variants);
        _changed = [.. variants.Select(variant => variant.Configurations is null ? [] : Changed(before, variant.Configurations))];
    }

    public IReadOnlyList<string> Of(PlannedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (_variants.Count == 1)
        {
            return _variants[0].Lines;
        }

        var address = PlannedStack.WithoutIndex(change.Address);
        var direct = Where(set => set.Contains(address));
        return direct.Count > 0 ? direct
            : Where(Reaches(change.Stack, address).Overlaps) is { Count: > 0 } indirect ? indirect
            : Where(set => set.Contains(Provider(change.Type))) is { Count: > 0 } all ? all
            // What only several lines together do, such as those that the rules let pass only together.
            : [.. _variants.Where(variant => variant.Configurations is null).SelectMany(variant => variant.Lines)];
    }

    private List<string> Where(Func<HashSet<string>, bool> concerns) =>
        [.. _variants.Zip(_changed).Where(pair => concerns(pair.Second)).SelectMany(pair => pair.First.Lines)];

    // By the new configuration, and by the state for what is no longer in it.
    private HashSet<string> Reaches(int stack, string address) =>
        Reachable.From(address, next => _plans[stack].Find(next)?.References ?? []) is { Count: > 0 } found ? found : [.. _plans[stack].DependenciesOf(address)];

    private static HashSet<string> Changed(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (old, now) = (Blocks(before), Blocks(after));
        return [.. old.Keys.Union(now.Keys).Where(key => !JsonNode.DeepEquals(old.GetValueOrDefault(key), now.GetValueOrDefault(key)))];
    }

    private static Dictionary<string, JsonNode?> Blocks(IReadOnlyList<string> configurations)
    {
        var blocks = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var json in configurations.Select(text => JsonNode.Parse(text)!))
        {
            foreach (var (type, name, block) in Named(json["resource"]).Concat(Named(json["data"]).Select(data => ($"data.{data.Type}", data.Name, data.Block))))
            {
                blocks[$"{type}.{name}"] = block;
            }

            foreach (var (name, provider) in json["provider"]?.AsObject() ?? [])
            {
                blocks[Provider($"{name}_")] = provider;
            }
        }

        return blocks;
    }

    private static IEnumerable<(string Type, string Name, JsonNode? Block)> Named(JsonNode? kinds) =>
        kinds?.AsObject().SelectMany(type => type.Value!.AsObject().Select(entry => (type.Key, entry.Key, entry.Value))) ?? [];

    private static string Provider(string type) => $"provider.{type.Split('_')[0]}";
}

/// <summary>What one difference of two requests does alone.</summary>
/// <param name="Lines">The lines of the request in which they differ.</param>
/// <param name="Configurations">The synthesized stacks of the first request with only this difference; null where the rules refuse it alone.</param>
public sealed record LineVariant(IReadOnlyList<string> Lines, IReadOnlyList<string>? Configurations);
