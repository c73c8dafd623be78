using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class SubnetOfVnet : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ111",
        Level = FindingLevel.Error,
        Title = "An existing subnet belongs to the existing VNet",
        Why = "The gateway, the route tables and the filters would be in a different VNet than the one that "
            + "is linked.",
        Sources = [Source.AzureSettings],
        Fix = "Write the id of a subnet of that VNet: its own id, then /subnets/ and the name.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where site.NetworkExists
        from use in site.Site.Network.Subnets
            .Select(subnet => new Located<string?>(subnet.Value.Existing, site.Network["subnets"][subnet.Key]["existing"]))
            .Append(new Located<string?>(site.Site.Network.GatewaySubnet.Existing, site.Network["gatewaySubnet"]["existing"]))
        where use.Value is not null
            && !use.Value.StartsWith($"{site.Site.Network.Existing}/subnets/", StringComparison.OrdinalIgnoreCase)
        select new Violation(
            $"{context.FormatPath(use.Path)} {use.Value} is not a subnet of {context.FormatPath(site.Network["existing"])}",
            use.Path, site.Network["existing"]);
}
