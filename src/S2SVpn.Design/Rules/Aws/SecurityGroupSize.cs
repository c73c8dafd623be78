using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class SecurityGroupSize : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS126",
        Level = FindingLevel.Error,
        Title = "A security group has at most 1,000 rules each way",
        Why = "AWS raises the quota of rules in a security group to 1,000 at most, and only where a network interface has "
            + "no other group.",
        Sources = [Source.VpcQuotas],
        Fix = "Use fewer rules: summarize networks and port ranges, or leave the ports out.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites.Zip(context.Plan.AwsSites, (view, plan) => (View: view, Plan: plan))
        from securityGroup in site.Plan.SecurityGroups
        from rules in securityGroup.Rules.GroupBy(rule => rule.Direction)
        let count = rules.Count()
        where count > AwsQuotas.MostRulesPerSecurityGroup
        let at = PathOf(site.View, securityGroup)
        select new Violation(
            $"the security group of {context.FormatPath(at)} needs {count} {Words.Of(rules.Key)} rules, more than the {AwsQuotas.MostRulesPerSecurityGroup} that one can have",
            RequestPath.Root["access"], at);

    /// <summary>What of the request a security group is made for.</summary>
    internal static RequestPath PathOf(AwsView site, SecurityGroupPlan group) => group.Kind switch
    {
        SecurityGroupKind.Subnet => site.Network["subnets"][group.Subnet!],
        SecurityGroupKind.Existing => site.Network["securityGroups"],
        _ => RequestPath.Root["probes"],
    };
}
