using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class NewOrExistingVpc : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS107",
        Level = FindingLevel.Error,
        Title = "Settings of existing VPCs are used only with existing VPCs, and those of new ones only with new ones",
        Why = "An existing VPC keeps its internet gateway and route tables; in a new one "
            + "nothing has an id yet.",
        Sources = [Source.VpcCidrs],
        Fix = "Name the VPC in network.existing, or leave these fields out and have the resources created.",
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
                        $"{context.FormatPath(path)} applies only to a new VPC", path, site.Network["existing"])
                    {
                        Fix = "Leave internetGateway out: an existing VPC keeps its own.",
                    }
                    : new Violation(
                        $"{context.FormatPath(path)} belongs to an existing VPC, but {context.FormatPath(site.Network)} is a new one", path);
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
