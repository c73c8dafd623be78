using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Operations;

public sealed class GeneratedNamesDiffer : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X172",
        Level = FindingLevel.Error,
        Title = "What is made of one kind in one place has names that differ",
        Why = "Names are put together from those of the request, site, subnet or link and the kind of thing. Both clouds "
            + "refuse the second thing of a name, and Azure doesn't tell capitals from small letters.",
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
