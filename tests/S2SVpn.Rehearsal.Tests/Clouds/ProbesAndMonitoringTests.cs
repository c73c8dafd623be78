using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Test machines, alarms, logs and the dashboard through the real Terraform.</summary>
public sealed class ProbesAndMonitoringTests
{
    public static string Everything { get; } = ConfigurationSnapshot.Read(Repository.File(
        "tests", "S2SVpn.Constructs.Tests", "ProbesAndMonitoringTests.Synth_Everything_IsThisConfiguration.verified.json")).ToJsonString();

    [Fact]
    public async Task Everything_FromInitToDestroy_WorksAndLeavesNothing()
    {
        var count = JsonNode.Parse(Everything)!["resource"]!.AsObject().Sum(type => type.Value!.AsObject().Count);
        await using var bench = await Workbench.StartAsync(Everything);
        await bench.SucceedAsync("init");
        var validated = await bench.SucceedAsync("validate");
        var planned = await bench.RunAsync("plan", "-detailed-exitcode");
        await bench.SucceedAsync("apply", "-auto-approve");
        await bench.AssertNoChangesAsync();
        var state = await bench.ShowAsync();
        var outputs = JsonDocument.Parse((await bench.SucceedAsync("output", "-json")).Output).RootElement;
        var shown = await bench.SucceedAsync("show");
        await bench.SucceedAsync("destroy", "-auto-approve");

        Assert.Contains("The configuration is valid", validated.Output);
        Assert.Equal(2, planned.ExitCode);
        Assert.Contains($"Plan: {count} to add, 0 to change, 0 to destroy.", planned.Output);
        Assert.Empty(bench.Clouds.Store.Objects);
        AssertMachines(state, outputs);
        AssertDashboard(state);
        Assert.DoesNotContain("PRIVATE KEY", shown.Output);
    }

    private static void AssertMachines(State state, JsonElement outputs)
    {
        JsonElement Output(string name) => outputs.GetProperty(name).GetProperty("value");

        var elastic = Assert.Single(state.OfType("aws_eip"));
        Assert.Equal(elastic["public_ip"], Output("aws_vm_public_ip").GetProperty("one").GetString());
        Assert.Equal("""{"one":"10.2.1.10","three":"10.2.1.11"}""", JsonSerializer.Serialize(Output("aws_vm_private_ip")));
        Assert.Equal("10.1.1.10", Output("azure_vm_private_ip").GetString());
        Assert.Equal(Assert.Single(state.OfType("azurerm_linux_virtual_machine"))["public_ip_address"], Output("azure_vm_public_ip").GetString());
        Assert.Contains($"ssh -i probe.pem -o StrictHostKeyChecking=accept-new ubuntu@{elastic["public_ip"]}\nping -c 5 10.1.1.10\n", Output("checks").GetString());

        Assert.True(outputs.GetProperty("ssh_private_key").GetProperty("sensitive").GetBoolean());
        Assert.StartsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n", Output("ssh_private_key").GetString());
        using var key = RSA.Create();
        key.ImportFromPem(Assert.Single(state.OfType("tls_private_key"))["private_key_pem"]);
        Assert.Equal(4096, key.KeySize);
        Assert.Equal(Assert.Single(state.OfType("tls_private_key"))["public_key_openssh"].Trim(), Assert.Single(state.OfType("aws_key_pair"))["public_key"]);
    }

    private static void AssertDashboard(State state)
    {
        var body = JsonDocument.Parse(Assert.Single(state.OfType("aws_cloudwatch_dashboard"))["dashboard_body"]).RootElement;
        var shown = body.GetProperty("widgets")[0].GetProperty("properties").GetProperty("metrics").EnumerateArray().Select(metric => $"{metric[3]} {metric[5]}");
        var made = state.OfType("aws_vpn_connection").SelectMany(vpn => new[] { $"{vpn["id"]} {vpn["tunnel1_address"]}", $"{vpn["id"]} {vpn["tunnel2_address"]}" });
        Assert.Equal(made.Order(), shown.Order());
    }
}
