using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class NetworkSizes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS101",
        Level = FindingLevel.Error,
        Title = "The networks of a VPC and of its subnets are /16 to /28",
        Why = "AWS refuses larger and smaller ones.",
        Sources = [Source.VpcCidrs, Source.VpcSubnets],
        Fix = "Write a network from /16 to /28. Further ones go into further entries of cidrs.",
    };

    private const int Largest = 16;
    private const int Smallest = 28;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from network in site.OwnNetworks.Concat(site.GivenSubnets)
        where network.Value.PrefixLength is < Largest or > Smallest
        select new Violation($"{context.FormatPath(network.Path)} {network.Value} is not from /{Largest} to /{Smallest}", network.Path);
}
