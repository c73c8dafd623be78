using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Offline;

namespace S2SVpn.Rehearsal.Tests.Examples;

/// <summary>Every example with the real AWS provider, where this machine has one, beside the simulated other clouds.</summary>
public sealed class RealAwsExampleTests
{
    // Younger than the oldest provider that this is run with, 5.100.
    private static readonly string[] Younger = ["region", "tunnel_bandwidth", "bgp_log_enabled", "bgp_log_group_arn", "bgp_log_output_format", "primary_network_interface"];

    public static TheoryData<string> Names { get; } = [.. Example.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_WithTheRealProvider_IsValidAndPlans(string name)
    {
        var terraform = Workbench.FindTerraform();
        Assert.SkipWhen(InstalledProvider.Find() is null, "Needs an unpacked hashicorp/aws provider; this machine has none.");
        foreach (var stack in Example.Read(name).Stacks.Where(stack => stack.Types.Any(type => type.StartsWith("aws_", StringComparison.Ordinal))))
        {
            using var folder = new OfflineFolder { RealAws = true };
            File.WriteAllText(folder["cdk.tf.json"], Prepared(stack).ToJsonString());
            File.WriteAllText(folder["terraform.tfvars.json"], TerraformProcess.Variables(stack.Json.ToJsonString()));
            var init = await folder.RunAsync(terraform, "init");
            var validate = await folder.RunAsync(terraform, "validate", "-no-color");
            var plan = await folder.RunAsync(terraform, "plan", "-no-color");

            Assert.True(init.ExitCode == 0, init.Error);
            Assert.True(validate.ExitCode == 0, validate.Error);
            Assert.True(plan.ExitCode == 0, plan.Error);
            Assert.Contains($"Plan: {stack.Types.Count()} to add, 0 to change, 0 to destroy.", plan.Output);
        }
    }

    // What other stacks would tell is given here; what the provider is too old for, and an account that is not the made up
    // one, are left out.
    private static JsonObject Prepared(ExampleStack stack)
    {
        var json = stack.Json;
        if (json["data"]?["terraform_remote_state"] is not null)
        {
            json.Remove("data");
        }

        var text = System.Text.RegularExpressions.Regex.Replace(json.ToJsonString(), @"\$\{data\.terraform_remote_state\.[^}]*ip_address\}", "198.18.0.1");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"\$\{data\.terraform_remote_state\.[^}]*\}", "of-another-stack");
        json = JsonNode.Parse(text)!.AsObject();
        foreach (var provider in json["provider"]!["aws"]!.AsArray())
        {
            provider!.AsObject().Remove("allowed_account_ids");
        }

        foreach (var type in json["resource"]!.AsObject().Where(type => type.Key.StartsWith("aws_", StringComparison.Ordinal)))
        {
            Drop(type.Value!);
        }

        return json;
    }

    private static void Drop(JsonNode node)
    {
        if (node is JsonObject block)
        {
            foreach (var name in Younger)
            {
                block.Remove(name);
            }
        }

        foreach (var child in node is JsonObject entries ? entries.Select(entry => entry.Value) : node is JsonArray items ? items : [])
        {
            if (child is JsonObject or JsonArray)
            {
                Drop(child);
            }
        }
    }
}
