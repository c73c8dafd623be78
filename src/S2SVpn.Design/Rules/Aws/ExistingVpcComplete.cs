using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class ExistingVpcComplete : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS108",
        Level = FindingLevel.Warning,
        Title = "An existing VPC lists the route tables and security groups to update",
        Why = "The tunnels come up, but machines in the VPC have no route to Azure or do not allow its "
            + "traffic.",
        Sources = [Source.AwsRouting],
        Fix = "List the ids in network.routeTables and network.securityGroups, or update them yourself and accept this.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AwsSites.Where(site => site.NetworkExists))
        {
            if (site.Site.Network.RouteTables.Count == 0)
            {
                yield return new Violation(
                    $"{context.FormatPath(site.Network["routeTables"])} is empty, so no subnet of "
                    + $"{site.Site.Network.Existing} gets routes to Azure",
                    site.Network["existing"]);
            }

            if (site.Site.Network.SecurityGroups.Count == 0 && context.Request.Access.Count > 0)
            {
                yield return new Violation(
                    $"{context.FormatPath(site.Network["securityGroups"])} is empty, so access opens nothing in "
                    + $"{site.Site.Network.Existing}",
                    site.Network["existing"], RequestPath.Root["access"]);
            }
        }
    }
}
