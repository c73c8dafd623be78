using System.Diagnostics;
using System.Globalization;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Clouds;

public sealed class FaultTests
{
    private const string Gateway = "azurerm_virtual_network_gateway";

    [Theory]
    [InlineData("aws_vpc create fails", "aws_vpc", null, Operation.Create, null, 1)]
    [InlineData("aws_vpc  delete fails 3", "aws_vpc", null, Operation.Delete, null, 3)]
    [InlineData("azurerm_subnet[app] update takes 1m30s", "azurerm_subnet", "app", Operation.Update, 90_000, 0)]
    [InlineData("azurerm_subnet read takes 250ms", "azurerm_subnet", null, Operation.Read, 250, 0)]
    [InlineData("aws_vpn_connection create never ends", "aws_vpn_connection", null, Operation.Create, -1, 0)]
    public void Fault_AsPeopleWriteIt_IsRead(string text, string type, string? name, Operation operation, int? milliseconds, int fails) =>
        Assert.Equal(new InjectedFault(type, name, operation, milliseconds is { } time ? TimeSpan.FromMilliseconds(time) : null, fails), InjectedFault.Parse(text));

    [Theory]
    [InlineData("aws_vpc")]
    [InlineData("aws_vpc create")]
    [InlineData("aws_vpc create takes")]
    [InlineData("aws_vpc create takes long")]
    [InlineData("aws_vpc explodes fails")]
    public void Fault_ThatIsNone_IsRefused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => InjectedFault.Parse(text)).Message);

    [Fact]
    public void Fault_ThatFailsTwice_LetsTheThirdThrough()
    {
        using var bench = new EngineBench(FaultPlan.Parse("aws_vpc create fails 2"));
        const string Vpc = """{"cidr_block":"10.0.0.0/16"}""";

        Assert.Throws<CloudRefusedException>(() => bench.Create("aws_vpc", Vpc));
        Assert.Contains("2 of 2", Assert.Throws<CloudRefusedException>(() => bench.Create("aws_vpc", Vpc)).Message);
        Assert.NotNull(bench.Create("aws_vpc", Vpc).Text("id"));
    }

    [Fact]
    public async Task Apply_ThatFailsHalfWay_KeepsItsStateAndTheNextFinishes()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter, With("azurerm_virtual_network_gateway_connection[shop-dev-con-1-2] create fails"));
        await bench.SucceedAsync("init");
        var failed = await bench.FailAsync("apply", "-auto-approve");
        var half = (await bench.ShowAsync()).OfType("azurerm_virtual_network_gateway_connection").Count;
        await bench.SucceedAsync("apply", "-auto-approve");
        await bench.AssertNoChangesAsync();
        await bench.SucceedAsync("destroy", "-auto-approve");

        Assert.Contains("SimulatedFault", failed);
        Assert.Equal(1, half);
        Assert.Empty(bench.Clouds.Store.Objects);
    }

    [Fact]
    public async Task Apply_Interrupted_FinishesWhatRunsAndTheNextDoesTheRest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process can send another.");
        await using var bench = await Workbench.StartAsync(Workbench.Starter, With($"{Gateway} create takes 2s"));
        await bench.SucceedAsync("init");
        using var apply = Command.Start(Workbench.FindTerraform(), ["apply", "-auto-approve", "-no-color"], bench.Folder, bench.Environment);
        await ReadUntilAsync(apply, $"{Gateway}.azure_gateway_9109B6CC: Creating...");
        await Command.RunAsync("kill", ["-INT", apply.Id.ToString(CultureInfo.InvariantCulture)], bench.Folder);
        await apply.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await apply.WaitForExitAsync(TestContext.Current.CancellationToken);
        var half = await bench.ShowAsync();
        await bench.SucceedAsync("apply", "-auto-approve");
        await bench.AssertNoChangesAsync();
        await bench.SucceedAsync("destroy", "-auto-approve");

        Assert.NotEqual(0, apply.ExitCode);
        Assert.Single(half.OfType(Gateway));
        Assert.Empty(half.OfType("azurerm_virtual_network_gateway_connection"));
        Assert.Empty(bench.Clouds.Store.Objects);
    }

    [Fact]
    public async Task Create_ThatNeverEnds_IsGivenUpAtItsTimeout()
    {
        await using var bench = await Workbench.StartAsync("""
            resource "azurerm_resource_group" "slow" {
              name     = "slow"
              location = "westeurope"
              timeouts {
                create = "500ms"
              }
            }
            """, With("azurerm_resource_group create never ends"));
        await bench.SucceedAsync("init");
        var error = await bench.FailAsync("apply", "-auto-approve");

        Assert.Contains("context deadline exceeded", error);
        Assert.Empty(bench.Clouds.Store.Objects);
    }

    private static CloudOptions With(string faults) => new() { Faults = FaultPlan.Parse(faults) };

    private static async Task ReadUntilAsync(Process process, string line)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } read && !read.Contains(line, StringComparison.Ordinal))
        {
        }
    }
}
