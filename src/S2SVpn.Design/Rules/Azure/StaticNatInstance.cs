using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class StaticNatInstance : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ140",
        Level = FindingLevel.Warning,
        Title = "A static NAT rule names no instance of the gateway",
        Why = "Azure applies a static rule to both instances; only a dynamic one belongs to an instance. What it does with a static one of a single "
            + "instance is described in different ways: traffic of the other instance may leave untranslated.",
        Sources =
        [
            new("github.com/Azure/ResourceModules/pull/1068", "Azure modules: static NAT rules apply to both instances"),
            new("github.com/MicrosoftDocs/azure-docs/pull/113291", "Microsoft: NAT rules and instances"),
        ],
        Fix = "Leave instance out of a static rule.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        from nat in link.NatRules
        where nat.Value is { Kind: NatKind.Static, Instance: not null }
        let path = nat.Path["instance"]
        select new Violation($"{context.FormatPath(path)} is {nat.Value.Instance}, but {context.FormatPath(nat.Path)} is static", path);
}
