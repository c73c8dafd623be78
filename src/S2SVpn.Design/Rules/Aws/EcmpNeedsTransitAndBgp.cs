using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

public sealed class EcmpNeedsTransitAndBgp : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS031",
        Level = FindingLevel.Error,
        Title = "ECMP is asked for only where it works: on a transit gateway with BGP",
        Why = "A virtual private gateway sends through one tunnel at a time, and a transit gateway spreads only "
            + "what it learns by BGP.",
        Sources = [Source.AwsRouting],
        Fix = "Write gateway: transit for the AWS site and routing: bgp for its links, or leave ecmp out.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        foreach (var site in context.AwsSites.Where(site => site.Site.Gateway.Ecmp == true))
        {
            var path = site.Gateway["ecmp"];
            if (site.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance)
            {
                var kind = site.Gateway["kind"];
                yield return new Fault(
                    $"{context.Say(path)} needs a transit gateway, but {context.Say(kind)} is {Words.Of(site.Kind)}",
                    path, kind);
            }
            else if (site.Joints.Count > 0 && site.Joints.TrueForAll(joint => !joint.Link.IsBgp))
            {
                yield return new Fault(
                    $"{context.Say(path)} spreads nothing, because no link of {context.Say(site.Path)} has routing: bgp",
                    [path, .. site.Joints.Select(joint => joint.Link.At("routing"))]);
            }
        }
    }
}
