using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

public sealed class NewOrExistingVnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ104",
        Level = FindingLevel.Error,
        Title = "What exists already is in a VNet that exists",
        Why = "A new VNet holds nothing yet: neither a gateway nor a subnet in it can be there before.",
        Sources = [Source.AzureSettings],
        Fix = "Name the VNet in network.existing, or leave this out and let it be made.",
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
            $"{context.FormatPath(use.Path)} is part of an existing VNet, but {context.FormatPath(site.Network)} is a new one",
            use.Path, site.Network);
}
