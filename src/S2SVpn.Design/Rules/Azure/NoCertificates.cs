using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

public sealed class NoCertificates : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ041",
        Level = FindingLevel.Error,
        Title = "The ends know each other by a pre-shared key",
        Why = "For certificates Azure wants a key vault and an identity of the gateway, and the azurerm "
            + "provider has no setting that joins them to a connection.",
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
        select new Violation($"{context.FormatPath(path)} is certificate, which Terraform can't ask Azure for", path);
}
