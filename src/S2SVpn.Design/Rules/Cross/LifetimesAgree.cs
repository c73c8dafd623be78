using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Cross;

internal sealed class LifetimesAgree : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X012",
        Level = FindingLevel.Warning,
        Title = "Both ends have the same phase 2 lifetime",
        Why = "They may differ, and the shorter one wins; but then one cloud starts every rekey, and the other's "
            + "setting is never tested. Azure's own default of 27000 seconds is longer than AWS "
            + "supports.",
        Sources = [Source.AwsTunnels, Source.AzureCrypto],
        Fix = "Leave crypto.esp.azureLifetime out: it is then crypto.esp.lifetime.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        let esp = link.Crypto.Esp
        let asked = link.Link.Crypto.Esp
        where !link.IsWireguard && esp.LifetimeSeconds != esp.AzureLifetimeSeconds
        let azure = link.At("crypto.esp.azureLifetime")
        let aws = link.At("crypto.esp.lifetime")
        select new Violation(
            $"{context.FormatPath(azure)} {(asked.AzureLifetime ?? new Duration(esp.AzureLifetimeSeconds)).Written} differs from {context.FormatPath(aws)} "
            + $"{(asked.Lifetime ?? new Duration(esp.LifetimeSeconds)).Written}",
            azure, aws);
}
