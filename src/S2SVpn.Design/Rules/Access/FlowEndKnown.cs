using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Access;

internal sealed class FlowEndKnown : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X121",
        Level = FindingLevel.Error,
        Title = "An access flow starts and ends at known sites, subnets or networks",
        Why = "A filter rule needs addresses.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write a site (aws), a site's subnet (aws.app), or a network of a site (10.2.1.0/24).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from flow in FlowView.Of(context)
        from end in flow.From.Concat(flow.To)
        let why = WhyNot(context, end)
        where why is not null
        select new Violation($"{context.FormatPath(end.Path)} {end.End} {why}", end.Path) { Fix = Fix(context, end) };

    private static string? WhyNot(RuleContext context, FlowEndView end) => end switch
    {
        { End.Cidr: not null, Sites.Count: 0 } => "is not part of any site's network",
        { End.Cidr: not null } => null,
        { Sites: [] } => "is not a site",
        { End.Subnet: null } => null,
        { Networks: null } => $"is not a subnet or spoke of {context.FormatPath(end.Sites[0].Path)}",
        { Networks.Count: 0 } => "is an existing subnet without a cidr",
        _ => null,
    };

    private static string? Fix(RuleContext context, FlowEndView end)
    {
        if (end.End.Cidr is not null)
        {
            return "Use a network of a site, or add this one to the site's behind.";
        }

        if (end is { Sites.Count: > 0, Networks: not null })
        {
            return "Add the subnet's cidr beside its id.";
        }

        var (given, known) = end.Sites.Count == 0
            ? (end.End.Site!, context.Sites.Select(site => site.Name))
            : (end.End.Subnet!, end.Sites[0].Places);
        return !known.Any() ? $"Write {end.Sites[0].Name} for all of it, or a network of it: it names no subnets." : (Nearest.To(given, known) is { } near ? $"Did you mean {near}? " : "")
            + $"There {(known.Count() == 1 ? "is" : "are")} {Phrase.And(known.Take(10))}.";
    }
}
