using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Verifying;

/// <summary>What Azure says of the machines of an appliance: whether they run, and whether their network interfaces forward.</summary>
internal sealed class AzureMachinesVerifier(DeployedOutputs outputs, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
{
    private const string View = "{statuses:instanceView.statuses[].code,cards:networkProfile.networkInterfaces[].id}";
    private const string Running = "PowerState/running";
    private const string Power = "PowerState/";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AzureSitePlan site)
    {
        var checks = new List<VerifyCheck>();
        foreach (var (machine, id) in site.Gateway.Appliance?.Machines.Zip(outputs.List("azure_appliance_ids", site.Name)) ?? [])
        {
            var answer = await ask(["vm", "get-instance-view", "--ids", id, "--query", View]);
            var state = (answer["statuses"] as JsonArray)?.Select(status => (string?)status).FirstOrDefault(status => status?.StartsWith(Power, StringComparison.Ordinal) == true);
            checks.Add(new VerifyCheck("machines", $"{machine.Name}, Azure", "running", state?[Power.Length..] ?? "unknown", state == Running, state == Running ? null
                : answer.Error ?? "The machine is not running: start it ('az vm start'). One that is stopped, and not deallocated, costs as much as one that runs."));
            foreach (var card in (answer["cards"] as JsonArray)?.Select(card => (string?)card).OfType<string>() ?? [])
            {
                var nic = await ask(["network", "nic", "show", "--ids", card, "--query", "{forwarding:enableIPForwarding}"]);
                var forwards = (bool?)nic["forwarding"];
                checks.Add(new VerifyCheck("machines", $"{machine.Name}, IP forwarding", "on", forwards switch { null => "unknown", true => "on", _ => "off" }, forwards == true, forwards == true ? null
                    : nic.Error ?? "Azure swallows what the machine forwards: IP forwarding is off at its network interface. Run 'terraform apply' again."));
            }
        }

        return checks;
    }
}
