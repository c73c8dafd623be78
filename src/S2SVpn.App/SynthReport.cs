using System.Text.Json.Nodes;
using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;

namespace S2SVpn.App;

/// <summary>What a synth prints: the tunnels, what was written, and what to run next.</summary>
public static class SynthReport
{
    public static void Write(ConnectivityPlan plan, string folder, Terminal terminal)
    {
        terminal.Out.WriteLine(PlanTable.Tunnels(plan, terminal.Width));
        foreach (var stack in plan.Terraform.Stacks)
        {
            var stackFolder = Path.Combine(folder, "stacks", stack.Name);
            var file = Path.Combine(stackFolder, "cdk.tf.json");
            terminal.Out.WriteLine($"Wrote {file}: {Counts(JsonNode.Parse(File.ReadAllText(file))!)}.");
        }

        var first = Path.Combine(folder, "stacks", plan.Terraform.Stacks[0].Name);
        if (plan.Links.Any(link => link.Keys.Any(key => key.IsWireguard)))
        {
            terminal.Out.WriteLine("\nWireGuard's keys are not in it: 's2svpn keys' with this request writes them beside it.");
        }

        terminal.Out.WriteLine($"""

            Next, with credentials of both clouds in the environment:
              npx {CdktfRun.Command} diff, npx {CdktfRun.Command} deploy
              or: terraform -chdir={first} init, plan, apply
            {Time(plan)} until 'destroy'.
            """);
    }

    /// <summary>What is printed where the last synth was of the same.</summary>
    internal static void WriteUpToDate(SynthRecord record, string folder, Terminal terminal)
    {
        foreach (var stack in record.Stacks)
        {
            terminal.Out.WriteLine($"Up to date: {Path.Combine(folder, "stacks", stack, "cdk.tf.json")}.");
        }

        terminal.Out.WriteLine($"Nothing has changed since it was written; --force writes it anew.{(record.Findings == 0 ? "" : $" 'check' shows {(record.Findings == 1 ? "a finding" : $"{record.Findings} findings")} as before.")}");
    }

    private static string Time(ConnectivityPlan plan) => plan.AzureSites.All(site => site.Gateway.Appliance is not null)
        ? "The machines are there within minutes, and bill by the hour"
        : "The Azure gateway takes 30 to 45 minutes to make, and both gateways bill by the hour";

    // "9 resources in AWS, 16 in Azure, 4 random keys", and an SSH key where one is made.
    private static string Counts(JsonNode configuration)
    {
        var byCloud = configuration["resource"]!.AsObject()
            .GroupBy(type => type.Key.Split('_')[0], type => type.Value!.AsObject().Count)
            .ToDictionary(cloud => cloud.Key, cloud => cloud.Sum());
        return string.Join(", ",
        [
            $"{byCloud.GetValueOrDefault("aws")} resources in AWS",
            $"{byCloud.GetValueOrDefault("azurerm")} in Azure",
            $"{byCloud.GetValueOrDefault("random")} random keys",
            .. byCloud.ContainsKey("tls") ? ["1 SSH key"] : Array.Empty<string>(),
        ]);
    }
}
