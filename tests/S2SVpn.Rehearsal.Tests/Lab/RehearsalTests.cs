using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class RehearsalTests
{
    [Fact]
    public async Task Rehearsal_OfTheStarter_HoldsInEveryCheck()
    {
        var report = await LabBench.RunAsync(await LabBench.StateAsync());

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.Equal(
            ["tunnels 4", "rekeying 4", "bgp 4", "routes 8", "machines 2", "filters 4", "access 26", "flows 1"],
            report.Checks.GroupBy(check => check.Group).Select(group => $"{group.Key} {group.Count()}"));
    }

    [Fact]
    public async Task Rehearsal_WithStaticRoutes_HoldsInEveryCheck()
    {
        var design = LabBench.Designed(File.ReadAllText(Repository.File("s2svpn.yaml")) + "links:\n  - routing: static\n");
        var report = await LabBench.RunAsync(LabFaults.Static(await LabBench.StateAsync()), design);

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.DoesNotContain(report.Checks, check => check.Group == "bgp");
    }

    [Fact]
    public async Task Rehearsal_OfSomeGroups_MakesNoOtherChecks()
    {
        var report = await LabBench.RunAsync(await LabBench.StateAsync(), options: new LabOptions { Only = ["bgp"] });

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.All(report.Checks, check => Assert.Equal("bgp", check.Group));
        Assert.Empty(report.Drills);
    }

    [Fact]
    public async Task Rehearsal_OfAStateWithoutAGateway_SaysSo()
    {
        var state = (await LabBench.StateAsync()).RemoveAll("aws_").RemoveAll("azurerm_");
        var exception = await Assert.ThrowsAsync<LabException>(() => LabBench.RunAsync(state));

        Assert.Contains("no VPN gateway in Terraform's state", exception.Message);
    }
}
