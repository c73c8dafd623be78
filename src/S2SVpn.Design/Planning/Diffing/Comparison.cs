namespace S2SVpn.Design.Planning.Diffing;

/// <summary>Compares the resources of two plans, in the order in which they depend on each other.</summary>
internal sealed class Comparison(ConnectivityPlan before, ConnectivityPlan after)
{
    private readonly Dictionary<string, PlannedResource> _before =
        PlannedResources.Of(before).ToDictionary(resource => resource.Id, StringComparer.Ordinal);

    private readonly List<PlannedResource> _after = [.. PlannedResources.Of(after)];

    // What is new under an old name, so that whoever refers to it changes too.
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);

    public PlanDiff Diff()
    {
        var kept = _after.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        var changes = _after.Select(resource => _before.TryGetValue(resource.Id, out var old) ? Compare(old, resource) : Create(resource))
            .OfType<PlanChange>()
            .Concat(_before.Values.Where(resource => !kept.Contains(resource.Id)).Reverse().Select(Destroy))
            .ToValueList();
        return new PlanDiff { Changes = changes, Outages = Outages(changes), Hints = Hints().ToValueList() };
    }

    private PlanChange? Compare(PlannedResource old, PlannedResource resource)
    {
        var olds = old.Values.ToDictionary(value => value.Attribute, StringComparer.Ordinal);
        var changed = resource.Values
            .Where(value => !olds.TryGetValue(value.Attribute, out var was) || was.Text != value.Text || was.Of != value.Of || (value.Of is { } of && _replaced.Contains(of)))
            .ToList();
        var names = resource.Values.Select(value => value.Attribute).ToHashSet(StringComparer.Ordinal);
        var gone = old.Values.Where(value => !names.Contains(value.Attribute)).ToList();
        if (changed.Count + gone.Count == 0)
        {
            return null;
        }

        var replace = changed.Concat(gone).Any(value => value.Effect == Effect.Replace);
        if (replace)
        {
            _replaced.Add(resource.Id);
        }

        return new PlanChange
        {
            Kind = replace ? ChangeKind.Replace : ChangeKind.Update,
            Type = resource.Type,
            Name = resource.Name,
            Values =
            [
                .. changed.Select(value => new ValueChange(
                    value.Attribute, Before(olds.GetValueOrDefault(value.Attribute), value), After(value), value.Effect == Effect.Replace)),
                .. gone.Select(value => new ValueChange(value.Attribute, value.Text, "", value.Effect == Effect.Replace)),
            ],
            Outage = replace
                ? OutageOf(old.Tunnels, resource.Minutes, resource.Note)
                : OutageOf(
                    changed.Concat(gone).SelectMany(value => value.Tunnels),
                    changed.Concat(gone).Max(value => value.Minutes),
                    changed.Concat(gone).Select(value => value.Note).FirstOrDefault(note => note is not null)),
        };
    }

    // Where two places of one name differ in their kind, the kind is shown.
    private static string Before(PlannedValue? was, PlannedValue value) =>
        was is null ? "" : was.Text == value.Text && was.Of != value.Of ? $"{was.Of}" : was.Text;

    private string After(PlannedValue value) =>
        value.Of is { } of && _replaced.Contains(of) ? $"{value.Text} (a new one)" : value.Text;

    private static PlanChange Create(PlannedResource resource) => new()
    {
        Kind = ChangeKind.Create,
        Type = resource.Type,
        Name = resource.Name,
        Values = [],
        Outage = null,
    };

    private static PlanChange Destroy(PlannedResource resource) => new()
    {
        Kind = ChangeKind.Destroy,
        Type = resource.Type,
        Name = resource.Name,
        Values = [],
        Outage = OutageOf(resource.Tunnels, null, null),
    };

    private static Outage? OutageOf(IEnumerable<TunnelPlan> tunnels, int? minutes, string? note)
    {
        var names = tunnels.Select(tunnel => $"{tunnel.Link} {tunnel.Id}").Distinct().ToValueList();
        return names.Count == 0 && note is null ? null : new Outage { Tunnels = names, Minutes = names.Count == 0 ? null : minutes, Note = note };
    }

    private ValueList<LinkOutage> Outages(ValueList<PlanChange> changes)
    {
        var down = changes
            .Where(change => change.Outage is not null)
            .SelectMany(change => change.Outage!.Tunnels.Select(tunnel => (Tunnel: tunnel, change.Outage.Minutes)))
            .ToLookup(each => each.Tunnel, each => each.Minutes, StringComparer.Ordinal);
        var kept = after.Links.Select(link => link.Name).ToHashSet(StringComparer.Ordinal);
        return before.Links
            .Where(link => kept.Contains(link.Name))
            .Select(link => (Link: link, Tunnels: link.Tunnels.Where(tunnel => down.Contains($"{link.Name} {tunnel.Id}")).ToList()))
            .Where(each => each.Tunnels.Count > 0)
            .Select(each => new LinkOutage(
                each.Link.Name,
                each.Tunnels.Select(tunnel => tunnel.Id).ToValueList(),
                each.Link.Tunnels.Count(),
                each.Tunnels.SelectMany(tunnel => down[$"{each.Link.Name} {tunnel.Id}"]).Max()))
            .ToValueList();
    }

    // Terraform knows a link by its name: a link that another name is put on is another link.
    private IEnumerable<string> Hints()
    {
        var old = before.Links.Select(link => link.Name).ToHashSet(StringComparer.Ordinal);
        var now = after.Links.Select(link => link.Name).ToHashSet(StringComparer.Ordinal);
        var gone = before.Links.Where(link => !now.Contains(link.Name)).ToLookup(link => (link.AwsSite, link.AzureSite));
        return after.Links
            .Where(link => !old.Contains(link.Name))
            .SelectMany(link => gone[(link.AwsSite, link.AzureSite)].Take(1).Select(was =>
                $"the link {was.Name} would go and {link.Name} come between the same sites. If they are one, write name: {was.Name} on it: then its tunnels stay."));
    }
}
