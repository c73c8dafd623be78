using System.Text.RegularExpressions;
using S2SVpn.Design;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Comparing;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Tests.Changes;

/// <summary>The table of changes itself.</summary>
public sealed partial class ChangeTableTests
{
    // What no row changes, and why none has to.
    private static readonly Dictionary<string, string> Unchanged = new()
    {
        ["aws.*.profile"] = "who Terraform logs in as, no resource",
        ["aws.*.gateway.transitBetweenSites"] = "what the rules check, no resource",
        ["azure.*.gateway.transitBetweenSites"] = "what the rules check, no resource",
        ["azure.*.gateway.appliance.sshKey"] = "as in AWS",
        ["azure.*.gateway.appliance.addresses"] = "as in AWS",
        ["azure.*.gateway.appliance.subnets"] = "as in AWS",
        ["azure.*.gateway.vpnType"] = "has one value that the rules let pass",
        ["azure.*.network.gatewaySubnet.securityGroup"] = "has one value that the rules let pass",
        ["links.tunnels.outsideAddress"] = "has one value that the rules let pass",
        ["links.tunnels.insideIpVersion"] = "has one value that the rules let pass",
        ["links.keys.secretsManager.kmsKey"] = "the key of copies, and these are none",
        ["accept"] = "a finding that is accepted reaches no resource",
        ["terraform.backend"] = "where the state is kept: it is moved first (docs/operations.md)",
        ["terraform.stacks"] = "which state a resource is in: it is moved first (docs/operations.md)",
        ["terraform.versions"] = "the versions that Terraform may use, no resource",
        ["terraform.timeouts"] = "how long Terraform waits, no resource",
    };

    [Fact]
    public void Table_HasEachChangeOnce() => Assert.Equal(ChangeTable.All.Count, ChangeTable.All.DistinctBy(change => change.Name).Count());

    [Fact]
    public void Requests_BreakNoRule()
    {
        var broken =
            from change in ChangeTable.All
            from each in new[] { (When: "before", Text: change.Before), (When: "after", Text: change.After) }
            from finding in Broken(each.Text)
            select $"{change.Name}, {each.When}: {finding.Code} {finding.Message}";
        Assert.Equal("", string.Join('\n', broken));
    }

    // A field that is forgotten here is one whose change nobody has tried.
    [Fact]
    public void Table_ChangesEveryFieldOfTheRequest()
    {
        var changed = ChangeTable.All.SelectMany(change => RequestComparison.Between(Read(change.Before), Read(change.After)))
            .Select(change => Place($"{change.Path}")).ToHashSet();
        var forgotten = Fields().Where(field => !changed.Any(place => Within(place, field)) && !Unchanged.Keys.Any(prefix => Within(field, prefix))).ToList();
        Assert.Equal("", string.Join('\n', forgotten));
    }

    private static bool Within(string field, string whole) => field == whole || field.StartsWith(whole + ".", StringComparison.Ordinal);

    private static IEnumerable<Finding> Broken(string yaml)
    {
        var read = RequestReader.Read(yaml, "test.yaml", _ => null);
        return read.Findings.Concat(read.Document is null ? [] : RuleBook.Check(read.Document)).Where(finding => finding.Stops);
    }

    private static VpnRequest Read(string yaml) => RequestReader.Read(yaml, "test.yaml", _ => null).Document!.Request;

    // The names of sites, subnets and tunnels are their writer's.
    private static string Place(string path) => Named().Replace(Index().Replace(path, ""), "${kind}.*${place}");

    private static List<string> Fields() => [.. Fields(typeof(VpnRequest), "")];

    private static IEnumerable<string> Fields(Type record, string path) => record.GetProperties()
        .Where(property => property.GetSetMethod() is not null)
        .SelectMany(property =>
        {
            var name = path + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var (isMap, item) = type.IsGenericType ? (type.GetGenericTypeDefinition() == typeof(ValueMap<>), type.GetGenericArguments()[0]) : (false, type);
            var leads = item.Namespace == typeof(VpnRequest).Namespace && item.IsClass && item.GetProperties().Any(inner => inner.GetSetMethod() is not null);
            return leads ? Fields(item, isMap ? $"{name}.*." : $"{name}.") : [name];
        });

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"(?<kind>^aws|^azure|\.subnets|\.each)(\.[^.\[]+|\[""[^""]+""\])(?<place>\.|$)")]
    private static partial Regex Named();
}
