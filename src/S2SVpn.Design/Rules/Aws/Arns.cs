using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class Arns : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS105",
        Level = FindingLevel.Error,
        Title = "An ARN names the right kind of resource",
        Why = "AWS rejects an ARN of another kind, often only after the gateways are created.",
        Sources = [new("docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", "AWS: Amazon Resource Names")],
        Fix = "Copy the whole ARN from the console, or from terraform output.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from use in ArnUse.Of(context)
        where !use.IsGood
        select new Violation($"{context.FormatPath(use.Path)} {Shown(use)} is not the ARN of {use.Kind.What}", use.Path)
        {
            Fix = $"Write an ARN such as {use.Kind.Example}{(use.Kind.Name is null ? "" : ", the key's id, or alias/ and its alias")}.",
        };

    // A key of a tunnel may stand there by mistake.
    private static string Shown(ArnUse use) => use.Path.ToString().Contains("keys.", StringComparison.Ordinal) ? FindingCollector.NotShown : use.Arn;
}
