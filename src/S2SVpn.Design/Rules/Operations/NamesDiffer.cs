using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class NamesDiffer : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X149",
        Level = FindingLevel.Error,
        Title = "Names in one Azure network or gateway differ by more than case",
        Why = "Azure ignores upper and lower case, and peerings, subnets and NAT rules have names that are unique "
            + "within their network or gateway.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
                "Microsoft: resource names"),
        ],
        Fix = "Rename one of them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from names in context.AzureSites.SelectMany(Groups).Concat(context.Links.Select(NatRules))
        from same in Repeat.Of(names, StringComparer.OrdinalIgnoreCase)
        select same.Violation(context, $"named {same.Value} in Azure");

    private static IEnumerable<IEnumerable<Located<string>>> Groups(AzureView site) =>
    [
        site.Site.Network.Subnets.Keys.Select(name => new Located<string>(name, site.Network["subnets"][name])),
        site.Site.Network.Spokes.Select((spoke, index) =>
            new Located<string>(spoke.Name, site.Network["spokes"][index]["name"])),
    ];

    private static IEnumerable<Located<string>> NatRules(LinkView link) =>
        link.Link.Nat.Select((rule, index) => new Located<string>(rule.Name, link.At("nat")[index]["name"]));
}
