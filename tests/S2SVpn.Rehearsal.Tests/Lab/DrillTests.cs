using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Drills;
using S2SVpn.Rehearsal.Lab.Measurement;

namespace S2SVpn.Rehearsal.Tests.Lab;

public sealed class DrillTests
{
    [Fact]
    public void Of_TheStarter_LosesEverythingThatCanBeLost()
    {
        var drills = Drill.Of(LabBench.Starter.Tunnels.Select(tunnel => new TunnelPair(tunnel, null, null)).ToList()).ToList();

        Assert.Equal(4, drills.Count(drill => drill.Lost.Count == 1 && !drill.Graceful));
        Assert.Equal(4, drills.Count(drill => drill.Graceful));
        Assert.Equal(
            ["AWS connection shop-dev-vpn-1 lost", "AWS connection shop-dev-vpn-2 lost", "Azure instance 0 lost", "Azure instance 1 lost", "all but tunnel 2.2 lost"],
            drills.Where(drill => drill.Lost.Count > 1).Select(drill => drill.Name));
    }

    [Fact]
    public async Task Rehearsal_WithDrills_LosesTunnelsAndTrafficSurvives()
    {
        // Two tunnels are enough to lose one, and take less time than four.
        var state = await LabBench.StateAsync();
        foreach (var part in new[] { "connection-1-2", "connection-2-2" })
        {
            state.Remove("azurerm_virtual_network_gateway_connection", part).Remove("azurerm_local_network_gateway", part);
        }

        var design = LabBench.Starter with { Tunnels = LabBench.Starter.Tunnels.Where(tunnel => tunnel.AwsNumber == 1).ToList() };
        var report = await LabBench.RunAsync(state, design, new LabOptions());

        Assert.True(report.Passed, LabBench.Failures(report));
        Assert.Equal(["tunnel 1.1 lost", "tunnel 2.1 lost", "tunnel 1.1 closed", "tunnel 2.1 closed"], report.Drills.Select(drill => drill.Name));
        Assert.All(report.Drills, drill => Assert.Equal(FlowMeter.Flows, drill.Flows));
        // Azure spreads the flows over both tunnels, and AWS sends all over one of them.
        Assert.Contains(report.Drills, drill => drill.Lost > 0);
        Assert.All(report.Drills, drill => Assert.Equal(drill.Lost > 0, drill.Affected > 0));
    }
}
