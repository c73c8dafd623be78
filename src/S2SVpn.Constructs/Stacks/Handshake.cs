using Constructs;
using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// Joins the sides of a plan. They know nothing of each other: this is where the Azure gateway's addresses go to AWS, and
/// where AWS's tunnels come back. Each part is made in its own stack, or all in one.
/// </summary>
internal sealed class Handshake(ConnectivityPlan plan, IReadOnlyList<S2SVpnStack> stacks)
{
    private readonly Dictionary<string, Construct> _scopes = [];
    private readonly Dictionary<string, KeyCopies> _copies = [];
    private readonly S2SVpnStack _gateways = Of(stacks, StackPart.AzureGateways);
    private readonly S2SVpnStack _aws = Of(stacks, StackPart.Aws);
    private readonly S2SVpnStack _connections = Of(stacks, StackPart.AzureConnections);

    public void Join()
    {
        AddTls(_aws, plan.AwsSites.Any(site => site.Gateway.Appliance is { Ssh: { PublicKey: null, From.Count: > 0 } }));
        AddTls(_gateways, plan.AzureSites.Any(site => site.Gateway.Appliance is { Ssh.PublicKey: null }));
        var aws = plan.AwsSites.ToDictionary(site => site.Name, site =>
            new AwsVpnSide(_aws, ConstructIds.Site("aws", site.Name), new() { Site = site, Provider = _aws.Providers.Of(site) }));
        var azure = plan.AzureSites.ToDictionary(site => site.Name, site =>
            new AzureVpnSide(_gateways, ConstructIds.Site("azure", site.Name), new() { Site = site, Provider = _gateways.Providers.Of(site), Timeouts = plan.Terraform.Timeouts }));
        var keys = Keys();
        foreach (var link in plan.Links)
        {
            var side = azure[link.AzureSite];
            var ends = aws[link.AwsSite].ConnectTo(link.Name, side.Endpoints, keys);
            Connect(link, side, ends);
        }

        if (plan.Dashboard is { } dashboard)
        {
            _ = new AwsDashboard(_aws, "dashboard", dashboard, aws.Values.SelectMany(side => side.Tunnels), _aws.Providers.Of(plan.AwsSite(dashboard.Site)));
        }

        LinkOutputs.Write(plan, aws, azure, _gateways, _aws);
        AwsOutputs.Write(plan, aws, _aws);
        AzureOutputs.Write(plan, azure, _gateways, _connections);
        ApplianceOutputs.Write(plan, aws, azure, _gateways, _aws);
        AddProbes(aws, azure);
    }

    private static void AddTls(S2SVpnStack stack, bool isNeeded)
    {
        if (isNeeded)
        {
            stack.Providers.AddTls();
        }
    }

    private void AddProbes(Dictionary<string, AwsVpnSide> aws, Dictionary<string, AzureVpnSide> azure)
    {
        var probes = new StackProbes(plan, _gateways);
        foreach (var site in plan.AwsSites)
        {
            probes.Add(aws[site.Name], site);
        }

        foreach (var site in plan.AzureSites)
        {
            probes.Add(azure[site.Name], site);
        }

        probes.WriteTo(_gateways, _aws);
    }

    private static S2SVpnStack Of(IReadOnlyList<S2SVpnStack> stacks, StackPart part) =>
        stacks.First(stack => stack.Plan.Part == part || stack.Plan.Part == StackPart.All);

    private PreSharedKeys Keys()
    {
        var keys = new PreSharedKeys(_aws, "keys");
        if (plan.Links.Any(link => link.Keys.Any(key => key.Source == KeySource.Generated)))
        {
            _aws.Providers.AddRandom();
        }

        foreach (var link in plan.Links)
        {
            foreach (var slot in link.Keys)
            {
                var site = plan.AwsSite(link.AwsSite);
                keys.Add(
                    slot,
                    slot.Source == KeySource.SecretsManager ? _aws.Providers.Of(site) : null,
                    slot.Source == KeySource.KeyVault ? _aws.Providers.Of(plan.AzureSite(link.AzureSite)) : null,
                    site.ResourceRegion);
            }
        }

        return keys;
    }

    private void Connect(LinkPlan link, AzureVpnSide side, IReadOnlyList<TunnelEnd> ends)
    {
        var site = plan.AzureSite(link.AzureSite);
        if (_connections == _gateways)
        {
            side.ConnectTo(link.Name, ends);
        }
        else
        {
            side.ConnectTo(link.Name, ends, ScopeOf(site), _connections.Providers.Of(site));
        }

        foreach (var end in ends)
        {
            Copy(link, link.Key(end.Tunnel.Key), end.PreSharedKey);
        }
    }

    private void Copy(LinkPlan link, KeySlotPlan slot, string key)
    {
        if (slot.CopyToSecretsManager is { } aws)
        {
            var site = plan.AwsSite(link.AwsSite);
            CopiesIn(_aws).AddToSecretsManager(slot.Name, aws, key, _aws.Providers.Of(site), site.ResourceRegion);
        }

        if (slot.CopyToKeyVault is { } azure)
        {
            var site = plan.AzureSite(link.AzureSite);
            CopiesIn(_connections).AddToKeyVault(slot.Name, azure, key, site.Tags.ToDictionary(), _connections.Providers.Of(site));
        }
    }

    // Where the connections of a site are made when not in its side.
    private Construct ScopeOf(AzureSitePlan site)
    {
        if (!_scopes.TryGetValue(site.Name, out var scope))
        {
            scope = new Construct(_connections, ConstructIds.Site("azure", site.Name));
            _scopes.Add(site.Name, scope);
        }

        return scope;
    }

    private KeyCopies CopiesIn(S2SVpnStack stack)
    {
        if (!_copies.TryGetValue(stack.Plan.Name, out var copies))
        {
            copies = new KeyCopies(stack, "key-copies");
            _copies.Add(stack.Plan.Name, copies);
        }

        return copies;
    }
}
