namespace S2SVpn.App.Tests.Changes;

/// <summary>
/// Changes of a deployed request: each field that reaches a resource, and each move between topologies. docs/operations.md is
/// made from it.
/// </summary>
internal static class ChangeTable
{
    public static IReadOnlyList<ChangeCase> All { get; } =
    [
        .. SiteChanges.All, .. GatewayChanges.All, .. LinkChanges.All, .. KeyChanges.All, .. FleetChanges.All, .. ApplianceChanges.All, .. MachineChanges.All, .. ExtraChanges.All,
    ];

    internal static IEnumerable<ChangeCase> From(string before, string group, params (string What, string Change)[] changes) =>
        changes.Select(change => new ChangeCase(group, change.What, before, before.With(change.Change)));

    /// <summary>The same in both directions.</summary>
    internal static IEnumerable<ChangeCase> Between(string before, string group, params (string What, string Back, string Change)[] changes) =>
        changes.SelectMany(change => new[]
        {
            new ChangeCase(group, change.What, before, before.With(change.Change)),
            new ChangeCase(group, change.Back, before.With(change.Change), before),
        });
}
