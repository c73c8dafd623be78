using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NoCertificates : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ041",
        Level = FindingLevel.Error,
        Title = "The tunnels authenticate with pre-shared keys",
        Why = "Azure needs a key vault and a gateway identity for certificates, and the azurerm "
            + "provider has no setting to use them for a connection.",
        Sources =
        [
            new(
                "learn.microsoft.com/azure/vpn-gateway/site-to-site-certificate-authentication-gateway-about",
                "Microsoft: connections with certificates"),
            Source.AzureConnectionResource,
        ],
        Fix = "Leave keys.source out: keys of 32 random characters, one per tunnel.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Keys.EffectiveSource == KeySource.Certificate
        let path = link.At("keys.source")
        select new Violation($"{context.FormatPath(path)} is certificate, which the azurerm provider does not support", path);
}
