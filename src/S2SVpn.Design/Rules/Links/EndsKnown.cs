using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class EndsKnown : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X111",
        Level = FindingLevel.Error,
        Title = "A link names one AWS site and one Azure site",
        Why = "A link needs one known site in each cloud.",
        Sources = [Source.AzureTutorial],
        Fix = "Write between: [<AWS site>, <Azure site>].",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.ResolvedLink is null
        let isThere = context.Sources.IsWritten(link.Path)
        let path = isThere ? link.At("between") : RequestPath.Root[context.AwsSites.Count > 1 ? "aws" : "azure"]
        select new Violation($"{(isThere ? context.FormatPath(path) : "links")} {What(context, link.Link.Between)}", path)
        {
            Fix = Fix(context, link.Link.Between),
        };

    private static string What(RuleContext context, ValueList<string> between)
    {
        var unknown = between.Where(name => !IsSite(context, name)).ToList();
        return between.Count switch
        {
            0 => $"is missing, and there are {Phrase.Count(context.AwsSites.Count, "AWS site")} and "
                + Phrase.Count(context.AzureSites.Count, "Azure site"),
            _ when unknown.Count > 0 =>
                $"names {Phrase.And(unknown)}, which {(unknown.Count == 1 ? "is not a site" : "are no sites")}",
            2 => $"names {Phrase.And(between)}, which are both in "
                + (context.Request.Aws.ContainsKey(between[0]) ? "AWS" : "Azure"),
            _ => $"names {Phrase.Count(between.Count, "site")}, not two",
        };
    }

    private static string? Fix(RuleContext context, ValueList<string> between)
    {
        var meant = between.Where(name => !IsSite(context, name))
            .Select(name => Nearest.To(name, context.Sites.Select(site => site.Name))).FirstOrDefault(near => near is not null);
        var choices = $"AWS sites: {string.Join(", ", context.Request.Aws.Keys.Take(10))}; "
            + $"Azure sites: {string.Join(", ", context.Request.Azure.Keys.Take(10))}.";
        return meant is null ? $"Write one AWS site and one Azure site. {choices}" : $"Did you mean {meant}? {choices}";
    }

    private static bool IsSite(RuleContext context, string name) =>
        context.Request.Aws.ContainsKey(name) || context.Request.Azure.ContainsKey(name);
}
