using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Offline;

/// <summary>The real AWS provider, where this machine has one, beside the simulated other clouds.</summary>
public sealed class RealAwsTests : IDisposable
{
    // The real provider plans defaults, which the simulated one leaves out.
    private static readonly string[] Defaults = ["instance_tenancy", "ipv6_native"];

    private readonly OfflineFolder _folder = new() { Store = "store.json" };
    private readonly OfflineFolder _real = new() { RealAws = true };

    public void Dispose()
    {
        _folder.Dispose();
        _real.Dispose();
    }

    [Fact]
    public async Task Starter_WithTheRealProvider_IsValidAndPlansButCannotBeApplied()
    {
        var terraform = Find();
        File.WriteAllText(_real["cdk.tf.json"], Workbench.Starter);
        var init = await _real.RunAsync(terraform, "init");
        var validate = await _real.RunAsync(terraform, "validate", "-no-color");
        var plan = await _real.RunAsync(terraform, "plan", "-no-color");
        var apply = await _real.RunAsync(terraform, "apply", "-auto-approve", "-no-color", "-target=aws_vpc.aws_network_vpc_7AE61E28");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.True(validate.ExitCode == 0, validate.Error);
        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Contains($"Plan: {Workbench.StarterTypes.Count} to add", plan.Output);
        Assert.Contains("apply does not", plan.Error);
        Assert.Equal(1, apply.ExitCode);
        Assert.Contains("the real AWS provider has no AWS here", apply.Error.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Changes_OfEveryKind_ReplaceTheSameAsWithTheRealProvider()
    {
        var terraform = Find();
        File.WriteAllText(_folder["cdk.tf.json"], Workbench.Starter);
        await _folder.RunAsync(terraform, "init");
        var apply = await _folder.RunAsync(terraform, "apply", "-auto-approve");
        Assert.True(apply.ExitCode == 0, apply.Error);
        File.WriteAllText(_folder["cdk.tf.json"], Changed());
        foreach (var file in new[] { "cdk.tf.json", "terraform.shop-dev.tfstate", Path.Combine(".terraform", "terraform.tfstate") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_real[file])!);
            File.Copy(_folder[file], _real[file]);
        }

        var simulated = await ReplacedAsync(_folder, terraform);
        var real = await ReplacedAsync(_real, terraform);

        Assert.Contains(simulated, path => path.EndsWith("tunnel1_inside_cidr", StringComparison.Ordinal));
        Assert.Equal(real.Where(path => !Defaults.Any(path.EndsWith)), simulated);
    }

    [Fact]
    public async Task ProbesAndMonitoring_WithTheRealProvider_AreValid()
    {
        var terraform = Find();
        // Logs of BGP are younger than some providers that machines have.
        File.WriteAllText(_real["cdk.tf.json"], Regex.Replace(ProbesAndMonitoringTests.Everything, @"""bgp_log_\w+"":\s*[^,\n]+,\s*", ""));

        var init = await _real.RunAsync(terraform, "init");
        var validate = await _real.RunAsync(terraform, "validate", "-no-color");

        Assert.True(init.ExitCode == 0, init.Error);
        Assert.True(validate.ExitCode == 0, validate.Error);
    }

    private static string Find()
    {
        var terraform = Workbench.FindTerraform();
        Assert.SkipWhen(InstalledProvider.Find() is null, "Needs an unpacked hashicorp/aws provider; this machine has none.");
        return terraform;
    }

    // Every attribute of which the cloud's answer to a change matters.
    private static string Changed()
    {
        var starter = JsonNode.Parse(Workbench.Starter)!;
        JsonNode First(string type) => starter["resource"]![type]!.AsObject().First().Value!;

        First("aws_vpc")["cidr_block"] = "10.20.0.0/16";
        First("aws_subnet")["cidr_block"] = "10.20.0.0/24";
        First("aws_subnet")["availability_zone"] = "eu-central-1b";
        First("aws_vpn_gateway")["amazon_side_asn"] = "64600";
        First("aws_customer_gateway")["bgp_asn"] = "65000";
        First("aws_customer_gateway")["device_name"] = "renamed";
        First("aws_customer_gateway")["ip_address"] = "198.18.7.7";
        var connection = First("aws_vpn_connection");
        connection["static_routes_only"] = true;
        connection["tunnel1_inside_cidr"] = "169.254.21.64/30";
        connection["tunnel2_inside_cidr"] = "169.254.22.64/30";
        connection["tunnel1_preshared_key"] = "another.key";
        connection["tunnel1_startup_action"] = "add";
        connection["tunnel1_phase1_lifetime_seconds"] = 3600;
        connection["local_ipv4_network_cidr"] = "10.1.0.0/16";
        return starter.ToJsonString();
    }

    /// <summary>Each AWS attribute that makes a plan replace its resource.</summary>
    private static async Task<string[]> ReplacedAsync(OfflineFolder folder, string terraform)
    {
        var plan = await folder.RunAsync(terraform, "plan", "-refresh=false", "-out=plan");
        Assert.True(plan.ExitCode == 0, plan.Error);
        var shown = JsonNode.Parse((await folder.RunAsync(terraform, "show", "-json", "plan")).Output)!;
        return
        [
            .. shown["resource_changes"]!.AsArray()
                .Where(change => ((string)change!["type"]!).StartsWith("aws_", StringComparison.Ordinal))
                .SelectMany(change => (change!["change"]!["replace_paths"]?.AsArray() ?? []).Select(path => $"{change["address"]} {path![0]}"))
                .Order(StringComparer.Ordinal),
        ];
    }
}
