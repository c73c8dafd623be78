using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class BgpLogsNeedBgp : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS034",
        Level = FindingLevel.Warning,
        Title = "BGP logs need a link with BGP",
        Why = "On a link with static routes AWS creates the log group but never writes to it.",
        Sources = [new("github.com/hashicorp/terraform-provider-aws/pull/45271", "Terraform provider aws: BGP logs")],
        Fix = "Leave logs.bgp out for this link, or write routing: bgp.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged && !link.IsBgp && link.Link.Tunnels.Logs is { Bgp: true }
        let path = link.At("tunnels.logs.bgp")
        select new Violation($"{context.FormatPath(path)} has no effect, because the link has routing: static", path, link.At("routing"));
}
