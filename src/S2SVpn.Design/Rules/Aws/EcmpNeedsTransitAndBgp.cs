using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class EcmpNeedsTransitAndBgp : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS031",
        Level = FindingLevel.Error,
        Title = "ECMP needs a transit gateway with BGP",
        Why = "A virtual private gateway sends through one tunnel at a time, and a transit gateway balances only "
            + "routes learned by BGP.",
        Sources = [Source.AwsRouting],
        Fix = "Write gateway: transit for the AWS site and routing: bgp for its links, or leave ecmp out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AwsSites.Where(site => site.Site.Gateway.Ecmp == true))
        {
            var path = site.Gateway["ecmp"];
            if (site.Kind is AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Appliance)
            {
                var kind = site.Gateway["kind"];
                yield return new Violation(
                    $"{context.FormatPath(path)} needs a transit gateway, but {context.FormatPath(kind)} is {Words.Of(site.Kind)}",
                    path, kind);
            }
            else if (site.ResolvedLinks.Count > 0 && site.ResolvedLinks.TrueForAll(resolved => !resolved.Link.IsBgp))
            {
                yield return new Violation(
                    $"{context.FormatPath(path)} has no effect, because no link of {context.FormatPath(site.Path)} has routing: bgp",
                    [path, .. site.ResolvedLinks.Select(resolved => resolved.Link.At("routing"))]);
            }
        }
    }
}
