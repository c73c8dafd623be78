using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class Ikev2 : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X014",
        Level = FindingLevel.Warning,
        Title = "The tunnels use IKEv2",
        Why = "IKEv1 is deprecated, AWS can't start a tunnel with it, and Azure has no connection mode "
            + "for it.",
        Sources =
        [
            Source.AwsInitiation,
            Source.AzureFaq,
            new("www.rfc-editor.org/rfc/rfc9395", "RFC 9395: the end of IKEv1"),
        ],
        Fix = "Leave crypto.ike.version out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where !link.IsWireguard && link.Crypto.Ike.Version == IkeVersion.Ikev1
        let path = link.At("crypto.ike.version")
        select new Violation($"{context.FormatPath(path)} is ikev1, but both clouds support ikev2", path);
}
