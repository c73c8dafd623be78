using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>Which stack has what, and how much of the plan that is: all of it, or one site with its links.</summary>
internal sealed class StackMap
{
    private readonly ConnectivityPlan _plan;
    private readonly ILookup<StackPart, S2SVpnStack> _byPart;
    private readonly Dictionary<(StackPart Part, string Site), S2SVpnStack> _bySite = [];

    public StackMap(ConnectivityPlan plan, IReadOnlyList<S2SVpnStack> stacks)
    {
        _plan = plan;
        _byPart = stacks.ToLookup(stack => stack.Plan.Part);
        foreach (var stack in stacks.Where(stack => stack.Plan.Site is not null))
        {
            _bySite.Add((stack.Plan.Part, stack.Plan.Site!), stack);
        }
    }

    /// <summary>The stacks with the Azure gateways.</summary>
    public IEnumerable<(S2SVpnStack Stack, ConnectivityPlan Plan)> Gateways => Of(StackPart.AzureGateways);

    /// <summary>The stacks with what is in AWS.</summary>
    public IEnumerable<(S2SVpnStack Stack, ConnectivityPlan Plan)> Aws => Of(StackPart.Aws);

    /// <summary>The stacks with the Azure connections.</summary>
    public IEnumerable<(S2SVpnStack Stack, ConnectivityPlan Plan)> Connections => Of(StackPart.AzureConnections);

    /// <summary>The stack with what the sites share.</summary>
    public S2SVpnStack Shared => _byPart[StackPart.Shared].FirstOrDefault() ?? All(StackPart.AzureGateways).First();

    public S2SVpnStack OfDashboard => _byPart[StackPart.Dashboard].FirstOrDefault() ?? All(StackPart.Aws).First();

    public S2SVpnStack OfGateway(string site) => OfSite(StackPart.AzureGateways, site);

    public S2SVpnStack OfAws(string site) => OfSite(StackPart.Aws, site);

    public S2SVpnStack OfConnections(string site) => OfSite(StackPart.AzureConnections, site);

    private S2SVpnStack OfSite(StackPart part, string site) => _bySite.TryGetValue((part, site), out var stack) ? stack : All(part).First();

    private IEnumerable<S2SVpnStack> All(StackPart part) => _byPart[part].Concat(_byPart[StackPart.All]);

    private IEnumerable<(S2SVpnStack Stack, ConnectivityPlan Plan)> Of(StackPart part) => All(part).Select(stack => (stack, PartOf(part, stack.Plan.Site)));

    private ConnectivityPlan PartOf(StackPart part, string? site) => site switch
    {
        null => _plan,
        _ when part == StackPart.Aws => _plan with
        {
            AwsSites = [_plan.AwsSite(site)],
            Links = _plan.Links.Where(link => link.AwsSite == site).ToValueList(),
        },
        _ => _plan with
        {
            AzureSites = [_plan.AzureSite(site)],
            Links = _plan.Links.Where(link => link.AzureSite == site).ToValueList(),
        },
    };
}
