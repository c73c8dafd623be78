using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class DhGroups : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS008",
        Level = FindingLevel.Error,
        Title = "AWS supports the Diffie-Hellman group",
        Why = "AWS rejects a group that it does not support, and always needs one in phase 1.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write ecp384, ecp256 or modp2048: both clouds support these in both phases.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from use in new (DhGroup Group, Func<DhGroup, int?> Has, string Phase, RequestPath Path)[]
        {
            (link.Crypto.Ike.DhGroup, AwsSpelling.Phase1Group, "phase 1", link.At("crypto.ike.dhGroup")),
            (link.Crypto.Esp.PfsGroup, AwsSpelling.Phase2Group, "phase 2", link.At("crypto.esp.pfsGroup")),
        }
        where use.Has(use.Group) is null && !(use.Group == DhGroup.None && use.Phase == "phase 2")
        select new Violation(
            $"{context.FormatPath(use.Path)} {Words.Of(use.Group)} is not a group that AWS supports in {use.Phase}. Supported: "
            + Phrase.Every<DhGroup>(known => use.Has(known) is not null),
            use.Path);
}
