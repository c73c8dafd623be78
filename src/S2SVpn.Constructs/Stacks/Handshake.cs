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
    private readonly StackMap _stacks = new(plan, stacks);
    private readonly Dictionary<string, Construct> _scopes = [];
    private readonly Dictionary<string, KeyCopies> _copies = [];

    public void Join()
    {
        var aws = plan.AwsSites.ToDictionary(site => site.Name, AddSide);
        var azure = plan.AzureSites.ToDictionary(site => site.Name, AddSide);
        var keys = _stacks.Aws.ToDictionary(part => part.Stack, part => Keys(part.Stack, part.Plan.Links));
        foreach (var link in plan.Links)
        {
            var side = azure[link.AzureSite];
            var ends = aws[link.AwsSite].ConnectTo(link.Name, side.Endpoints, keys[_stacks.OfAws(link.AwsSite)]);
            Connect(link, side, ends);
        }

        if (plan.Dashboard is { } dashboard)
        {
            var stack = _stacks.OfDashboard;
            _ = new AwsDashboard(stack, "dashboard", dashboard, aws.Values.SelectMany(side => side.Tunnels), stack.Providers.Of(plan.AwsSite(dashboard.Site)));
        }

        Write(aws, azure);
        AddProbes(aws, azure);
    }

    private AwsVpnSide AddSide(AwsSitePlan site)
    {
        var stack = _stacks.OfAws(site.Name);
        AddTls(stack, site.Gateway.Appliance is { Ssh: { PublicKey: null, From.Count: > 0 } });
        return new AwsVpnSide(stack, ConstructIds.Site("aws", site.Name), new() { Site = site, Provider = stack.Providers.Of(site) });
    }

    private AzureVpnSide AddSide(AzureSitePlan site)
    {
        var stack = _stacks.OfGateway(site.Name);
        AddTls(stack, site.Gateway.Appliance is { Ssh.PublicKey: null });
        return new AzureVpnSide(stack, ConstructIds.Site("azure", site.Name), new() { Site = site, Provider = stack.Providers.Of(site), Timeouts = plan.Terraform.Timeouts });
    }

    private static void AddTls(S2SVpnStack stack, bool isNeeded)
    {
        if (isNeeded)
        {
            stack.Providers.AddTls();
        }
    }

    private void Write(Dictionary<string, AwsVpnSide> aws, Dictionary<string, AzureVpnSide> azure)
    {
        foreach (var (stack, part) in _stacks.Gateways)
        {
            LinkOutputs.WriteAddresses(part, azure, stack);
        }

        foreach (var (stack, part) in _stacks.Aws)
        {
            LinkOutputs.WriteTunnels(part, aws, stack);
            AwsOutputs.Write(part, aws, stack);
        }

        foreach (var (stack, part) in _stacks.Gateways)
        {
            AzureOutputs.Write(part, azure, stack);
        }

        foreach (var (stack, part) in _stacks.Connections)
        {
            AzureOutputs.WriteConnections(part, azure, stack);
        }

        foreach (var (stack, part) in _stacks.Aws)
        {
            ApplianceOutputs.Write(part, aws, stack);
        }

        foreach (var (stack, part) in _stacks.Gateways)
        {
            ApplianceOutputs.Write(part, azure, stack);
        }
    }

    private void AddProbes(Dictionary<string, AwsVpnSide> aws, Dictionary<string, AzureVpnSide> azure)
    {
        var probes = new StackProbes(plan, _stacks);
        foreach (var site in plan.AwsSites)
        {
            probes.Add(aws[site.Name], site);
        }

        foreach (var site in plan.AzureSites)
        {
            probes.Add(azure[site.Name], site);
        }

        probes.Write();
    }

    private PreSharedKeys Keys(S2SVpnStack stack, IEnumerable<LinkPlan> links)
    {
        var keys = new PreSharedKeys(stack, "keys");
        if (links.Any(link => link.Keys.Any(key => key.Source == KeySource.Generated)))
        {
            stack.Providers.AddRandom();
        }

        foreach (var link in links)
        {
            foreach (var slot in link.Keys)
            {
                var site = plan.AwsSite(link.AwsSite);
                keys.Add(
                    slot,
                    slot.Source == KeySource.SecretsManager ? stack.Providers.Of(site) : null,
                    slot.Source == KeySource.KeyVault ? stack.Providers.Of(plan.AzureSite(link.AzureSite)) : null,
                    site.ResourceRegion);
            }
        }

        return keys;
    }

    private void Connect(LinkPlan link, AzureVpnSide side, IReadOnlyList<TunnelEnd> ends)
    {
        var site = plan.AzureSite(link.AzureSite);
        var stack = _stacks.OfConnections(site.Name);
        if (stack == _stacks.OfGateway(site.Name))
        {
            side.ConnectTo(link.Name, ends);
        }
        else
        {
            side.ConnectTo(link.Name, ends, ScopeOf(site, stack), stack.Providers.Of(site));
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
            var (site, stack) = (plan.AwsSite(link.AwsSite), _stacks.OfAws(link.AwsSite));
            CopiesIn(stack).AddToSecretsManager(slot.Name, aws, key, stack.Providers.Of(site), site.ResourceRegion);
        }

        if (slot.CopyToKeyVault is { } azure)
        {
            var (site, stack) = (plan.AzureSite(link.AzureSite), _stacks.OfConnections(link.AzureSite));
            CopiesIn(stack).AddToKeyVault(slot.Name, azure, key, site.Tags.ToDictionary(), stack.Providers.Of(site));
        }
    }

    // Where the connections of a site are made when not in its side.
    private Construct ScopeOf(AzureSitePlan site, S2SVpnStack stack)
    {
        if (!_scopes.TryGetValue(site.Name, out var scope))
        {
            scope = new Construct(stack, ConstructIds.Site("azure", site.Name));
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
