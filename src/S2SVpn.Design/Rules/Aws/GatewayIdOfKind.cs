using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class GatewayIdOfKind : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS104",
        Level = FindingLevel.Error,
        Title = "An existing gateway's id matches its kind",
        Why = "A virtual private gateway and a transit gateway are attached, routed and linked in different ways.",
        Sources = [Source.AwsProvider],
        Fix = "Write the id and the kind of one gateway: vgw-… with virtual-private, tgw-… with transit.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        where site.Site.Gateway.Existing is not null
        let wanted = site.Kind switch
        {
            AwsGatewayKind.VirtualPrivate => "vgw-",
            AwsGatewayKind.Transit => "tgw-",
            _ => null,
        }
        where wanted is null || !site.Site.Gateway.Existing!.StartsWith(wanted, StringComparison.Ordinal)
        let path = site.Gateway["existing"]
        let kind = site.Gateway["kind"]
        select wanted is null
            ? new Violation($"{context.FormatPath(path)} {site.Site.Gateway.Existing} can't be used, because {context.FormatPath(kind)} is {Words.Of(site.Kind)}", path, kind) { Fix = "Leave existing out: the machines of an appliance are always created." }
            : new Violation($"{context.FormatPath(path)} {site.Site.Gateway.Existing} is not the id of a {Words.Of(site.Kind)} gateway", path, kind);
}
