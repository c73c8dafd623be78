using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class NetworkSizes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS101",
        Level = FindingLevel.Error,
        Title = "VPC and subnet networks are /16 to /28",
        Why = "AWS rejects larger and smaller networks.",
        Sources = [Source.VpcCidrs, Source.VpcSubnets],
        Fix = "Use networks from /16 to /28. List several in cidrs.",
    };

    private const int Largest = 16;
    private const int Smallest = 28;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from network in site.OwnNetworks.Concat(site.GivenSubnets)
        where network.Value.PrefixLength is < Largest or > Smallest
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is not between /{Largest} and /{Smallest}", network.Path);
}
