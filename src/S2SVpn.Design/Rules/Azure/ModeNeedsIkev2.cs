using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class ModeNeedsIkev2 : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ030",
        Level = FindingLevel.Error,
        Title = "Azure's connection modes need IKEv2",
        Why = "With IKEv1 Azure supports only the default connection mode.",
        Sources = [Source.AzureConnectionResource, Source.AzureFaq],
        Fix = "Leave tunnels.azureMode out, or crypto.ike.version for IKEv2.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAzureManaged && link.Crypto.Ike.Version == IkeVersion.Ikev1
        from mode in link.Options("azureMode", all => all.AzureMode, own => own.AzureMode)
        where mode.Value != ConnectionMode.Default
        let version = link.At("crypto.ike.version")
        select new Violation(
            $"{context.FormatPath(mode.Path)} {Words.Of(mode.Value)} needs IKEv2, but {context.FormatPath(version)} is ikev1",
            mode.Path, version);
}
