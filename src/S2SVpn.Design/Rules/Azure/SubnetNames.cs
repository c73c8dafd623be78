using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed partial class SubnetNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ119",
        Level = FindingLevel.Error,
        Title = "Subnet and spoke names are valid in Azure",
        Why = "Azure rejects an invalid name when it creates the subnet or the peering.",
        Sources =
        [
            new("learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules", "Microsoft: resource names"),
        ],
        Fix = "Use at most 80 letters, digits, dots, underscores and hyphens, starting with a letter or digit and ending with a "
            + "letter, digit or underscore.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        from name in site.Site.Network.Subnets.Where(subnet => subnet.Value.Existing is null)
            .Select(subnet => new Located<string>(subnet.Key, site.Network["subnets"][subnet.Key]))
            .Concat(site.Site.Network.Spokes.Select((spoke, index) => new Located<string>(spoke.Name, site.Network["spokes"][index]["name"])))
        where !Form().IsMatch(name.Value)
        select new Violation(
            $"{context.FormatPath(name.Path)} is not a valid name in Azure"
            + (name.Value.Length > Longest ? $": it has {name.Value.Length} characters, more than {Longest}" : ""),
            name.Path);

    private const int Longest = 80;

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$")]
    private static partial Regex Form();
}
