using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed partial class IdForm : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS122",
        Level = FindingLevel.Warning,
        Title = "The id of an existing resource of AWS has 8 or 17 hexadecimal digits",
        Why = "AWS gives such ids only, and rejects any other as malformed.",
        Sources = [new("docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html", "AWS: resource ids")],
        Fix = "Copy the whole id from the console. Accept this where a stack in C# replaces it by a reference.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AwsSites
        from id in Ids(site)
            // In code, an id may stand for a resource of the same stack.
        where id.Value is not null && context.Sources.IsWritten(id.Path) && !Form().IsMatch(id.Value)
        select new Violation($"{context.FormatPath(id.Path)} {id.Value} does not end in 8 or 17 hexadecimal digits", id.Path);

    private static IEnumerable<Located<string?>> Ids(AwsView site) =>
    [
        new(site.Site.Network.Existing, site.Network["existing"]),
        .. site.Site.Network.Subnets.Select(subnet => new Located<string?>(subnet.Value.Existing, site.Network["subnets"][subnet.Key]["existing"])),
        .. site.Site.Network.RouteTables.Select((id, index) => new Located<string?>(id, site.Network["routeTables"][index])),
        .. site.Site.Network.SecurityGroups.Select((id, index) => new Located<string?>(id, site.Network["securityGroups"][index])),
        new(site.Site.Gateway.Existing, site.Gateway["existing"]),
        new(site.Site.Gateway.RouteTable, site.Gateway["routeTable"]),
    ];

    [GeneratedRegex("-([0-9a-f]{8}|[0-9a-f]{17})$")]
    private static partial Regex Form();
}
