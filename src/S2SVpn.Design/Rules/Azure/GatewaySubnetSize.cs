using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class GatewaySubnetSize : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ002",
        Level = FindingLevel.Error,
        Title = "GatewaySubnet is a /27 or larger",
        Why = "Azure rejects a gateway in a smaller subnet: an active-active gateway and later changes need the "
            + "addresses.",
        Sources = [Source.AzureSettings],
        Fix = "Write a /27, or leave gatewaySubnet out to use the last free /27 of the VNet.",
    };

    private const int Smallest = 27;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        let cidr = site.Site.Network.GatewaySubnet.Cidr
        where cidr is { PrefixLength: > Smallest }
        let path = site.Network["gatewaySubnet"]["cidr"]
        select new Violation($"{context.FormatPath(path)} {cidr} is smaller than a /{Smallest}", path);
}
