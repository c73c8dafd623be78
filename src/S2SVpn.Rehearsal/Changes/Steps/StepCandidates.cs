using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Comparing;

namespace S2SVpn.Rehearsal.Changes.Steps;

/// <summary>Ways from one request to another by requests in between, the cheapest first. None of them is known to lead there.</summary>
internal static class StepCandidates
{
    // Each of them is tried, and that takes seconds.
    private const int MostParts = 6;

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
        Parts(before, after).Concat(WithoutStacks(before, after)).Concat(WithoutLinks(before, after)).Concat(OtherSlots(before, after)).Select(step => (IReadOnlyList<CandidateStep>)[step]);

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
        var free = Enumerable.Range(0, InsideCidr.Slots).Where(slot => !taken.Contains(slot)).ToList();
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

    // With a state for each part, no order of the applies takes a connection away before its gateway is replaced.
    private static IEnumerable<CandidateStep> WithoutStacks(VpnRequest before, VpnRequest after)
    {
        if (before.Terraform.Stacks == StackLayout.Together || before.Terraform.Stacks != after.Terraform.Stacks)
        {
            yield break;
        }

        var (plan, changed) = (ConnectivityPlan.CreateUnchecked(before), ChangedSites(before, after));
        bool IsConcerned(StackPlan stack) => stack.Site is not { } site || changed.Contains(site)
            || plan.Links.Any(link => stack.Part == StackPart.Aws ? link.AwsSite == site && changed.Contains(link.AzureSite) : link.AzureSite == site && changed.Contains(link.AwsSite));
        var connections = plan.Terraform.Stacks.Where(stack => stack.Part == StackPart.AzureConnections && IsConcerned(stack)).ToList();
        var aws = plan.Terraform.Stacks.Where(stack => stack.Part == StackPart.Aws && IsConcerned(stack)).ToList();
        yield return WithoutStacks(connections);
        yield return WithoutStacks([.. connections, .. aws]);
    }

    private static CandidateStep WithoutStacks(IReadOnlyList<StackPlan> stacks) => stacks is [var only]
        ? new($"Destroy the stack {only.Name}: 'npx cdktf destroy {only.Name}', or 'terraform destroy' in its folder", null) { Destroyed = [only.Name] }
        : new($"Destroy the stacks {string.Join(", ", stacks.Select(stack => stack.Name))}, in this order: 'npx cdktf destroy' with these names, or 'terraform destroy' in their folders", null) { Destroyed = [.. stacks.Select(stack => stack.Name)] };

    private static HashSet<string> ChangedSites(VpnRequest before, VpnRequest after) =>
    [
        .. before.Aws.Where(site => !after.Aws.TryGetValue(site.Key, out var other) || !site.Value.Equals(other)).Select(site => site.Key),
        .. before.Azure.Where(site => !after.Azure.TryGetValue(site.Key, out var other) || !site.Value.Equals(other)).Select(site => site.Key),
    ];

    private static VpnRequest Unprotected(VpnRequest request) => request with { Terraform = request.Terraform with { Protect = false } };
}

/// <summary>A step on the way.</summary>
/// <param name="What">What to do, as an order.</param>
/// <param name="Request">The request to apply; null where something is only destroyed.</param>
internal sealed record CandidateStep(string What, VpnRequest? Request)
{
    /// <summary>The stacks to destroy, in this order.</summary>
    public IReadOnlyList<string> Destroyed { get; init; } = [];
}
