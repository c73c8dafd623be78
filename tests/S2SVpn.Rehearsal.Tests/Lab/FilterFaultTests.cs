using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What is wrong with a filter that no packet between two test machines would show.</summary>
public sealed class FilterFaultTests
{
    private const string InAws = "aws_vpc_security_group_ingress_rule";
    private const string InAzure = "azurerm_network_security_rule";

    private static readonly Lazy<Task<IReadOnlyList<string>>> Applied = new(() => TerraformApply.RunAsync([Example.Read("overlapping-networks").Stacks[0].Json.ToJsonString()], [], CancellationToken.None));

    [Fact]
    public async Task Filters_BehindATranslation_AreAsWide()
    {
        var report = await RunAsync(await TranslatedAsync());

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.Equal(4, report.Checks.Count);
    }

    // AWS sees Azure as 10.101.0.0/16, and Azure sees AWS as 10.102.0.0/16.
    [Theory]
    [InlineData(InAws, "in-tcp-443", "cidr_ipv4", "10.1.0.0/16")]
    [InlineData(InAws, "in-tcp-443", "cidr_ipv4", "10.101.0.0/17")]
    [InlineData(InAws, "in-tcp-443", "cidr_ipv4", "10.100.0.0/15")]
    [InlineData(InAws, "in-tcp-443", "to_port", 444)]
    [InlineData(InAzure, "access-1-tcp-out", "destination_port_ranges", "443-444")]
    [InlineData(InAzure, "access-1-tcp-out", "destination_address_prefixes", "10.102.0.0/17")]
    [InlineData(InAzure, "access-1-tcp-out", "destination_address_prefixes", "10.102.0.0/15")]
    public async Task Filters_BehindATranslation_AreAskedForWhatTheySee(string type, string part, string argument, object value)
    {
        JsonNode given = value is int number ? number : JsonValue.Create((string)value);
        var state = (await TranslatedAsync()).Set(type, part, argument, type == InAzure ? new JsonArray(given) : given);

        var failed = (await RunAsync(state)).Checks.Where(check => !check.Passed).ToList();

        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.Contains(check.Explanation!.Resources, resource => resource.StartsWith($"{type}.", StringComparison.Ordinal) && resource.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("in-tcp-443", "security_group_id", "sg-0fffffffffffffff0")]
    [InlineData("in-tcp-443", "ip_protocol", "icmp")]
    public async Task Filters_OfARuleThatIsAboutSomethingElse_NameIt(string part, string argument, string value)
    {
        var state = (await LabBench.StateAsync()).Set(InAws, part, argument, value);

        var failed = (await LabBench.RunAsync(state, options: new LabOptions { Only = ["filters"] })).Checks.Where(check => !check.Passed).ToList();

        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.Contains(check.Explanation!.Resources, resource => resource.StartsWith($"{InAws}.", StringComparison.Ordinal) && resource.Contains(part, StringComparison.Ordinal)));
    }

    private static async Task<StateEdits> TranslatedAsync()
    {
        Workbench.FindTerraform();
        return new StateEdits((await Applied.Value)[0]);
    }

    private static Task<LabReport> RunAsync(StateEdits state) =>
        LabBench.RunAsync(state, LabBench.Designed(File.ReadAllText(Repository.File("examples", "overlapping-networks.yaml"))), new LabOptions { Only = ["filters"] });
}
