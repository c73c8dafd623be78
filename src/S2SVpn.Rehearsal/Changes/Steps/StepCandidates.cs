using S2SVpn.Design.Request;

namespace S2SVpn.Rehearsal.Changes.Steps;

/// <summary>Ways from one request to another by requests in between, the cheapest first. None of them is known to lead there.</summary>
internal static class StepCandidates
{
    // Each of them is tried, and that takes seconds.
    private const int MostParts = 6;

    // Of the links of a gateway.
    private const int Slots = 32;

    public static IEnumerable<IReadOnlyList<CandidateStep>> Between(VpnRequest before, VpnRequest after)
    {
        if (!before.Terraform.Protect && !after.Terraform.Protect)
        {
            return Plain(before, after);
        }

        var (open, changed) = (Unprotected(before), Unprotected(after));
        return Plain(open, changed).Prepend([])
            .Select(between => (IReadOnlyList<CandidateStep>)
            [
                .. before.Terraform.Protect ? [new CandidateStep("Switch the protection off", open)] : Array.Empty<CandidateStep>(),
                .. between,
                .. after.Terraform.Protect ? [new CandidateStep("Make the change without protection", changed)] : Array.Empty<CandidateStep>(),
            ]);
    }

    private static IEnumerable<IReadOnlyList<CandidateStep>> Plain(VpnRequest before, VpnRequest after) =>
        Parts(before, after).Concat(WithoutLinks(before, after)).Concat(OtherSlots(before, after)).Concat(OtherZones(before, after)).Select(step => (IReadOnlyList<CandidateStep>)[step]);

    // One part of the change first, or last.
    private static IEnumerable<CandidateStep> Parts(VpnRequest before, VpnRequest after)
    {
        var changes = RequestComparison.Between(before, after);
        if (changes.Count < 2 || changes.Count > MostParts)
        {
            yield break;
        }

        foreach (var change in changes)
        {
            yield return new CandidateStep($"Change {change.Path} alone", RequestComparison.Take(before, after, change.Path));
            if (changes.Count > 2)
            {
                yield return new CandidateStep($"Change everything but {change.Path}", RequestComparison.Take(before, after, changes.Where(other => other != change).Select(other => other.Path)));
            }
        }
    }

    // What hangs on a gateway goes first, where something else of the request stays.
    private static IEnumerable<CandidateStep> WithoutLinks(VpnRequest before, VpnRequest after)
    {
        if (before.Links.Count < 2)
        {
            yield break;
        }

        foreach (var (link, index) in before.Links.Select((link, index) => (link, index)))
        {
            ValueList<Link> others = [.. before.Links.Where((_, other) => other != index)];
            if (!others.Equals(after.Links))
            {
                yield return new CandidateStep($"Take out link {link.Name ?? $"{index + 1}"}", before with { Links = others });
            }
        }
    }

    // The inside networks of a link are taken as long as the link is there that had them before.
    private static IEnumerable<CandidateStep> OtherSlots(VpnRequest before, VpnRequest after)
    {
        var taken = before.Links.Concat(after.Links).Select(link => link.Slot ?? 0).ToHashSet();
        var free = Enumerable.Range(0, Slots).Where(slot => !taken.Contains(slot)).ToList();
        foreach (var (link, index) in after.Links.Select((link, index) => (link, index)).Where(each => !before.Links.Contains(each.link)))
        {
            if (free.Count > 0)
            {
                yield return new CandidateStep(
                    $"Use slot {free[0]} for link {after.NameOf(link)}, until the inside networks of slot {link.Slot ?? 0} are free",
                    after with { Links = [.. after.Links.Select((other, at) => at == index ? other with { Slot = free[0] } : other)] });
            }
        }
    }

    // Addresses in other zones are other addresses, and other addresses replace the gateway: meanwhile everything can change that can't
    // under a gateway.
    private static IEnumerable<CandidateStep> OtherZones(VpnRequest before, VpnRequest after)
    {
        foreach (var (name, site) in after.Azure)
        {
            if (!before.Azure.TryGetValue(name, out var old) || old.Equals(site))
            {
                continue;
            }

            foreach (var zones in new ValueList<int>[] { [1], [2] }.Where(zones => !zones.Equals(old.Gateway.Zones) && !zones.Equals(site.Gateway.Zones)))
            {
                var other = site with { Gateway = site.Gateway with { Zones = zones } };
                yield return new CandidateStep(
                    $"Replace the gateway of azure.{name} by one in zone {zones[0]}",
                    after with { Azure = [.. after.Azure.Select(entry => entry.Key == name ? KeyValuePair.Create(name, other) : entry)] });
            }
        }
    }

    private static VpnRequest Unprotected(VpnRequest request) => request with { Terraform = request.Terraform with { Protect = false } };
}

/// <summary>A request on the way.</summary>
/// <param name="What">What it does, as an order.</param>
/// <param name="Request">The request.</param>
internal sealed record CandidateStep(string What, VpnRequest Request);
