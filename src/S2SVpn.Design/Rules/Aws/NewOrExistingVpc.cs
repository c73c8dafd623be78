using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class NewOrExistingVpc : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS107",
        Level = FindingLevel.Error,
        Title = "What belongs to an existing VPC is not asked of a new one, nor the other way round",
        Why = "An existing VPC keeps its internet gateway and route tables as they are; in a new one there is "
            + "nothing yet that has an id.",
        Sources = [Source.VpcCidrs],
        Fix = "Name the VPC in network.existing, or leave these out and let them be made.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AwsSites)
        {
            var network = site.Site.Network;
            var wrong = site.NetworkExists
                ? network.InternetGateway ? [site.Network["internetGateway"]] : []
                : OfExisting(site).ToList();
            foreach (var path in wrong)
            {
                yield return site.NetworkExists
                    ? new Violation(
                        $"{context.FormatPath(path)} is not made in an existing VPC", path, site.Network["existing"])
                    {
                        Fix = "Leave internetGateway out: an existing VPC keeps the one that it has.",
                    }
                    : new Violation(
                        $"{context.FormatPath(path)} is part of an existing VPC, but {context.FormatPath(site.Network)} is a new one", path);
            }
        }
    }

    private static IEnumerable<RequestPath> OfExisting(AwsView site)
    {
        var network = site.Site.Network;
        IEnumerable<RequestPath> tables = network.RouteTables.Count > 0 ? [site.Network["routeTables"]] : [];
        IEnumerable<RequestPath> groups = network.SecurityGroups.Count > 0 ? [site.Network["securityGroups"]] : [];
        return
        [
            .. network.Subnets.Where(subnet => subnet.Value.Existing is not null)
                .Select(subnet => site.Network["subnets"][subnet.Key]["existing"]),
            .. tables,
            .. groups,
        ];
    }
}
