using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class StartNeedsIkev2 : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS015",
        Level = FindingLevel.Error,
        Title = "AWS starts a tunnel only with IKEv2",
        Why = "AWS supports the startup action start only with IKEv2; with IKEv1 it waits for the other end.",
        Sources = [Source.AwsInitiation],
        Fix = "Leave crypto.ike.version out for IKEv2, or write tunnels.startup: add and let Azure start.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged && link.Crypto.Ike.Version == IkeVersion.Ikev1
        from startup in link.Options("startup", all => all.Startup, own => own.Startup)
        where startup.Value == Startup.Start
        let version = link.At("crypto.ike.version")
        select new Violation(
            $"{context.FormatPath(startup.Path)} is start, but {context.FormatPath(version)} is ikev1, with which AWS can't start a tunnel",
            startup.Path, version);
}
