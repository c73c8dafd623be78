using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

public sealed class ExistingVpcComplete : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS108",
        Level = FindingLevel.Warning,
        Title = "An existing VPC names the route tables and security groups that learn of Azure",
        Why = "The tunnels come up, but machines in the VPC don't find the way to Azure, or don't let its "
            + "traffic in.",
        Sources = [Source.AwsRouting],
        Fix = "Name the ids in network.routeTables and network.securityGroups, or do it by hand and accept this.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AwsSites.Where(site => site.NetworkExists))
        {
            if (site.Site.Network.RouteTables.Count == 0)
            {
                yield return new Violation(
                    $"{context.FormatPath(site.Network["routeTables"])} names no route table, so no subnet of "
                    + $"{site.Site.Network.Existing} learns the way to Azure",
                    site.Network["existing"]);
            }

            if (site.Site.Network.SecurityGroups.Count == 0 && context.Request.Access.Count > 0)
            {
                yield return new Violation(
                    $"{context.FormatPath(site.Network["securityGroups"])} names no security group, so access opens nothing in "
                    + $"{site.Site.Network.Existing}",
                    site.Network["existing"], RequestPath.Root["access"]);
            }
        }
    }
}
