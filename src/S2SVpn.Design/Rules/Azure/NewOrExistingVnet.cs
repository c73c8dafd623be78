using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NewOrExistingVnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ104",
        Level = FindingLevel.Error,
        Title = "Existing subnets and gateways are in an existing VNet",
        Why = "A new VNet is empty: no gateway or subnet in it can exist yet.",
        Sources = [Source.AzureSettings],
        Fix = "Name the VNet in network.existing, or leave this field out and have the resource created.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.NetworkExists
        from use in site.Site.Network.Subnets
            .Select(subnet => new Located<string?>(subnet.Value.Existing, site.Network["subnets"][subnet.Key]["existing"]))
            .Append(new Located<string?>(site.Site.Network.GatewaySubnet.Existing, site.Network["gatewaySubnet"]["existing"]))
            .Append(new Located<string?>(site.Site.Gateway.Existing, site.Gateway["existing"]))
        where use.Value is not null
        select new Violation(
            $"{context.FormatPath(use.Path)} belongs to an existing VNet, but {context.FormatPath(site.Network)} is a new one",
            use.Path, site.Network);
}
