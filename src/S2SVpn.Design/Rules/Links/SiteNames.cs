using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SiteNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X114",
        Level = FindingLevel.Error,
        Title = "A name is an AWS site's or an Azure site's, not both",
        Why = "In links and access it could mean either.",
        Sources = [Source.AzureTutorial],
        Fix = "Rename one of the two.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from aws in context.AwsSites
        join azure in context.AzureSites on aws.Name equals azure.Name
        select new Violation(
            $"{context.FormatPath(aws.Path)} and {context.FormatPath(azure.Path)} are both named {aws.Name}", azure.Path, aws.Path);
}
