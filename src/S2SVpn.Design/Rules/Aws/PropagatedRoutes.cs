using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class PropagatedRoutes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS117",
        Level = FindingLevel.Error,
        Title = "A route table learns at most 100 routes from a virtual private gateway",
        Why = "AWS propagates no more than that to a route table, so the rest are unreachable. The quota can't be "
            + "raised.",
        Sources =
        [
            Source.VpcQuotas,
            Source.AwsRouting,
        ],
        Fix = "Summarize the networks in link.prefixes.azure, or write gateway: transit for the AWS site.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from pair in context.AwsSites.Zip(context.Plan.AwsSites, (view, plan) => (View: view, Plan: plan))
        where pair.Plan.Gateway.Propagate
        let fixedRoutes = pair.Plan.Links.SelectMany(link => link.Connections).SelectMany(connection => connection.StaticRoutes).ToHashSet()
        let learned = context.Reach.OverBgp(pair.View).Where(other => other != pair.View).SelectMany(other => other.Networks.Select(network => network.Cidr))
        let count = fixedRoutes.Concat(learned).Distinct().Count()
        where fixedRoutes.Count > 0 && count > AwsQuotas.PropagatedRoutesPerTable
        select new Violation(
            $"the route table of {context.FormatPath(pair.View.Network)} learns {count} routes, more than AWS's limit of {AwsQuotas.PropagatedRoutesPerTable}",
            [pair.View.Gateway, .. pair.View.ResolvedLinks.Select(resolved => resolved.Link.Path)]);
}
