using System.Text.Json.Nodes;
using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;

namespace S2SVpn.App;

/// <summary>What a synth prints: the tunnels, what was written, and what to run next.</summary>
public static class SynthReport
{
    // What is printed fits a page.
    private const int Most = 16;

    public static void Write(ConnectivityPlan plan, string folder, Terminal terminal)
    {
        terminal.Out.WriteLine(PlanTable.Tunnels(plan, terminal.Width, Most));
        var stacks = plan.Terraform.Stacks;
        var files = stacks.Select(stack => Path.Combine(folder, "stacks", stack.Name, "cdk.tf.json")).ToList();
        if (stacks.Count <= Most)
        {
            foreach (var file in files)
            {
                terminal.Out.WriteLine($"Wrote {file}: {Counts([file])}.");
            }
        }
        else
        {
            terminal.Out.WriteLine($"Wrote {stacks.Count} stacks to {Path.Combine(folder, "stacks")}: {Counts(files)}.");
        }

        if (plan.Links.Any(link => link.Keys.Any(key => key.IsWireguard)))
        {
            terminal.Out.WriteLine("\nWireGuard's keys are not in it: 's2svpn keys' with this request writes them beside it.");
        }

        terminal.Out.WriteLine($"""

            Next, with credentials of both clouds in the environment:
              npx {CdktfRun.Command} diff{(stacks.Count == 1 ? "" : " STACK")}, npx {CdktfRun.Command} deploy{(stacks.Count == 1 ? "" : " '*'")}
              or: terraform -chdir={Path.GetDirectoryName(files[0])} init, plan, apply{(stacks.Count == 1 ? "" : ", and so on, in this order")}
            {Time(plan)} until 'destroy'.
            """);
    }

    /// <summary>What is printed where the last synth was of the same.</summary>
    internal static void WriteUpToDate(SynthRecord record, string folder, Terminal terminal)
    {
        var stacks = record.Stacks.ToList();
        foreach (var stack in stacks.Take(Most))
        {
            terminal.Out.WriteLine($"Up to date: {Path.Combine(folder, "stacks", stack, "cdk.tf.json")}.");
        }

        if (stacks.Count > Most)
        {
            terminal.Out.WriteLine($"And {stacks.Count - Most} more.");
        }

        terminal.Out.WriteLine($"Nothing has changed since it was written; --force writes it anew.{(record.Findings == 0 ? "" : $" 'check' shows {(record.Findings == 1 ? "a finding" : $"{record.Findings} findings")} as before.")}");
    }

    private static string Time(ConnectivityPlan plan) => plan.AzureSites.All(site => site.Gateway.Appliance is not null)
        ? "The machines are there within minutes, and bill by the hour"
        : "The Azure gateway takes 30 to 45 minutes to make, and both gateways bill by the hour";

    // "9 resources in AWS, 16 in Azure, 4 random keys", and an SSH key where one is made.
    private static string Counts(IEnumerable<string> files)
    {
        var byCloud = files.SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["resource"]!.AsObject())
            .GroupBy(type => type.Key.Split('_')[0], type => type.Value!.AsObject().Count)
            .ToDictionary(cloud => cloud.Key, cloud => cloud.Sum());
        var clouds = new[] { (Key: "aws", Where: "in AWS"), (Key: "azurerm", Where: "in Azure") }.Where(cloud => byCloud.ContainsKey(cloud.Key))
            .Select((cloud, index) => $"{(index == 0 ? Count(byCloud[cloud.Key], "resource") : $"{byCloud[cloud.Key]}")} {cloud.Where}");
        var keys = new[] { (Key: "random", What: "random key"), (Key: "tls", What: "SSH key") }.Where(key => byCloud.ContainsKey(key.Key)).Select(key => Count(byCloud[key.Key], key.What));
        return string.Join(", ", clouds.Concat(keys));

        static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
    }
}
