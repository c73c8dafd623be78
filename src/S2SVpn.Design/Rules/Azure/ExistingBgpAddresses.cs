using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ExistingBgpAddresses : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ115",
        Level = FindingLevel.Warning,
        Title = "An existing gateway has the BGP addresses that its connections need",
        Why = "Terraform does not change an existing gateway and cannot read these addresses. azurerm rejects the first connection "
            + "whose addresses the gateway does not have, after everything in AWS is created.",
        Sources =
        [
            Source.AzureConnectionResource,
            new("learn.microsoft.com/azure/vpn-gateway/bgp-howto", "Microsoft: custom BGP addresses"),
            new("learn.microsoft.com/cli/azure/network/vnet-gateway#az-network-vnet-gateway-update", "Microsoft: az network vnet-gateway update"),
        ],
        Fix = "Add the addresses that explain prints to the gateway, then list them in bgpAddresses.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AzureSites.Where(site => site is { IsManaged: true, Site.Gateway.Existing: not null }))
        {
            var gateway = site.Site.Gateway;
            var needed = Needed(site);
            var missing = needed.SelectMany(instance => instance).Except(gateway.BgpAddresses).ToList();
            if (missing.Count > 0)
            {
                var all = needed.SelectMany(instance => instance).Concat(gateway.BgpAddresses).Distinct();
                yield return new Violation(
                    $"{context.FormatPath(site.Gateway["bgpAddresses"])} does not list addresses that the connections need: "
                    + Phrase.And(missing.Select(address => $"{address}")),
                    site.Gateway["bgpAddresses"], site.Gateway["existing"])
                {
                    Fix = $"Run {ExistingGatewayAddresses.Command(gateway.Existing!, needed)} (it replaces each instance's addresses: add those "
                        + $"that other connections use), then write bgpAddresses: [{string.Join(", ", all)}] for the gateway.",
                };
            }
        }
    }

    // By instance. A gateway of one instance uses one address, that of its first tunnel.
    private static List<List<Ipv4>> Needed(AzureView site)
    {
        var inside = site.ResolvedLinks.Where(resolved => resolved.Link.IsBgp)
            .SelectMany(resolved => resolved.Tunnels.Zip(resolved.Inside, (tunnel, inside) => (Instance: tunnel.Connection - 1, inside.Cidr)))
            .Where(tunnel => tunnel.Cidr.PrefixLength <= 30);
        var used = site.Site.Gateway.ActiveActive ? inside : inside.Take(1);
        var byInstance = used.ToLookup(tunnel => tunnel.Instance, tunnel => tunnel.Cidr.Host(2));
        return Enumerable.Range(0, site.Instances).Select(instance => byInstance[instance].Distinct().Order().ToList()).ToList();
    }
}
