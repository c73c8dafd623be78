using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class KeyLength : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS005",
        Level = FindingLevel.Error,
        Title = "A generated key has 8 to 64 characters",
        Why = "AWS rejects shorter and longer keys. Azure accepts up to 128 characters.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write keys.length from 8 to 64, or leave it out: 32 characters are more than the crypto needs.",
    };

    private const int Shortest = 8;
    private const int Longest = 64;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.Link.Keys.EffectiveSource == KeySource.Generated && link.Link.Keys.Length is < Shortest or > Longest
        let path = link.At("keys.length")
        // A longer number may be a key itself.
        let given = link.Link.Keys.Length is > -1000 and < 1000 ? $" {link.Link.Keys.Length}" : ""
        select new Violation($"{context.FormatPath(path)}{given} is not between {Shortest} and {Longest}", path);
}
