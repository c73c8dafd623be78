using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class GeneratedNamesDiffer : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X172",
        Level = FindingLevel.Error,
        Title = "Generated names are unique",
        Why = "Names combine those of the request, site, subnet or link with the kind of resource. Both clouds "
            + "reject a duplicate name, and Azure ignores upper and lower case.",
        Sources =
        [
            new("learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules", "Microsoft: resource names"),
            Source.AwsSecurityGroups,
        ],
        Fix = "Rename one of them.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from same in GeneratedName.Of(context).GroupBy(name => name.Identity).Where(same => same.Count() > 1)
        let first = same.First()
        let paths = same.Select(name => name.Path).Distinct().ToValueList()
        select new Violation(
            $"{Phrase.Some([.. paths.Select(context.FormatPath)])} {(paths.Count == 1 ? "gives" : "give")} {Phrase.Count(same.Count(), first.Kind)} {(first.Kind == "secret" ? "one name" : $"the name {first.Name}")}",
            [.. paths.Skip(1), paths[0]]);
}
