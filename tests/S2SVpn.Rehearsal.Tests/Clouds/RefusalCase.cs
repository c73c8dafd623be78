using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>How something comes to be refused.</summary>
/// <param name="Type">The type it is about.</param>
/// <param name="Prepare">What there is before.</param>
/// <param name="Bad">What is refused.</param>
/// <param name="Good">What is not.</param>
/// <param name="Says">What the message tells.</param>
public sealed record RefusalCase(string Type, Action<EngineBench> Prepare, string Bad, string Good, string Says)
{
    /// <summary>What is done with the one and the other; by default it is created.</summary>
    public Action<EngineBench, string> Do { get; init; } = (bench, json) => bench.Create(Type, json);

    /// <summary>Deletes: the bad and the good one are ids of what there is.</summary>
    public static RefusalCase Deleting(string type, Action<EngineBench> prepare, string bad, string good, string says) => new(type, prepare, bad, good, says)
    {
        Do = (bench, id) => bench.Delete(type, new Attributes(new Dictionary<string, Value> { ["id"] = bench.Store.OfType(type).Single(item => item.Id == id || item.Id.EndsWith($"/{id}", StringComparison.Ordinal)).Id })),
    };

    /// <summary>Changes what has the id: the bad and the good one are how it would be.</summary>
    public static RefusalCase Updating(string type, Action<EngineBench> prepare, string id, string bad, string good, string says) => new(type, prepare, bad, good, says)
    {
        Do = (bench, json) => bench.Update(type, bench.Store.OfType(type).Single(item => item.Id == id || item.Id.EndsWith($"/{id}", StringComparison.Ordinal)).Values, json),
    };
}
