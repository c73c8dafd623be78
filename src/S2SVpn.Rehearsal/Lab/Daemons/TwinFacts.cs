using S2SVpn.Design.Catalogue;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>What the machines of a pair know of each other.</summary>
/// <param name="Cloud">Their cloud.</param>
/// <param name="Addresses">Their private addresses.</param>
/// <param name="Interfaces">What routes lead to each of them by.</param>
/// <param name="Tables">The route tables.</param>
/// <param name="Destinations">What their routes are for.</param>
internal sealed record TwinFacts(Cloud Cloud, IReadOnlyList<string> Addresses, IReadOnlyList<string> Interfaces, IReadOnlyList<string> Tables, IReadOnlyList<string> Destinations)
{
    /// <summary>Null for a machine that is alone.</summary>
    public static TwinFacts? Of(IReadOnlyList<Layout.ApplianceMachineNode> machines)
    {
        var facts = machines.Select(machine => machine.Known).OrderBy(known => (int?)known["index"]).ToList();
        return facts is not [{ } first, { } second] || first["twin"] is not { } twin || second["twin"] is not { } other ? null : new TwinFacts(
            machines[0].Cloud,
            [(string)first["private"]!, (string)second["private"]!],
            [(string)twin["own"]!, (string)other["own"]!],
            [.. twin["tables"]!.AsArray().Select(table => (string)table!)],
            [.. twin["destinations"]!.AsArray().Select(network => (string)network!)]);
    }
}
