using S2SVpn.Design.Findings;
using S2SVpn.Design.Rules.Machines;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class ListedOnce : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X207",
        Level = FindingLevel.Error,
        Title = "Route tables, security groups, networks for SSH and recipients are listed once",
        Why = "Each would be given the same routes, rules or messages twice, and a cloud rejects the second.",
        Sources = [new("docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html", "AWS: RouteAlreadyExists, InvalidPermission.Duplicate")],
        Fix = "List each once.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        Repeats(context, context.AwsSites.SelectMany(site => new[]
            {
                (Items: site.Site.Network.RouteTables, Path: site.Network["routeTables"]),
                (Items: site.Site.Network.SecurityGroups, Path: site.Network["securityGroups"]),
            })
            .Append((Items: context.Request.Monitoring.Notify, Path: RequestPath.Root["monitoring"]["notify"])))
        .Concat(Repeats(context, SshFromFew.Lists(context).Select(list => (list.Value, list.Path))));

    private static IEnumerable<Violation> Repeats<T>(RuleContext context, IEnumerable<(ValueList<T> Items, RequestPath Path)> lists)
        where T : notnull =>
        from list in lists
        from same in Repeat.Of(list.Items.Select((item, index) => new Located<T>(item, list.Path[index])))
        select same.Violation(context, $"{same.Value}");
}
