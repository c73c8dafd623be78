using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Access;

public sealed class FlowEndKnown : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X121",
        Level = FindingLevel.Error,
        Title = "A flow starts and ends at sites, subnets or networks that there are",
        Why = "A filter can't be written for what has no addresses.",
        Sources = [Source.AwsSecurityGroups],
        Fix = "Write a site (aws), a subnet of one (aws.app), or a network of a site (10.2.1.0/24).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from flow in FlowView.Of(context)
        from end in flow.From.Concat(flow.To)
        let why = WhyNot(context, end)
        where why is not null
        select new Violation($"{context.FormatPath(end.Path)} {end.End} {why}", end.Path) { Fix = Fix(context, end) };

    private static string? WhyNot(RuleContext context, FlowEndView end) => end switch
    {
        { End.Cidr: not null, Sites.Count: 0 } => "is in no network of any site",
        { End.Cidr: not null } => null,
        { Sites: [] } => "is no site",
        { End.Subnet: null } => null,
        { Networks: null } => $"is no subnet or spoke of {context.FormatPath(end.Sites[0].Path)}",
        { Networks.Count: 0 } => "is an existing subnet whose network isn't written",
        _ => null,
    };

    private static string? Fix(RuleContext context, FlowEndView end)
    {
        if (end.End.Cidr is not null)
        {
            return "Write a network of a site, or add this one to the site's behind.";
        }

        if (end is { Sites.Count: > 0, Networks: not null })
        {
            return "Write the subnet's cidr beside its id.";
        }

        var (given, known) = end.Sites.Count == 0
            ? (end.End.Site!, context.Sites.Select(site => site.Name))
            : (end.End.Subnet!, end.Sites[0].Places);
        return (Nearest.To(given, known) is { } near ? $"Did you mean {near}? " : "")
            + $"There {(known.Count() == 1 ? "is" : "are")} {Phrase.And(known.Take(10))}.";
    }
}
