using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Verifying;

/// <summary>What AWS says of the machines of an appliance: whether they run, forward, have their address, and what their tunnels' alarms say.</summary>
internal sealed class AwsMachinesVerifier(DeployedOutputs outputs, Func<string, IEnumerable<string>, Task<CloudAnswer>> ask)
{
    private const string Status = "InstanceStatuses[].{Id:InstanceId,State:InstanceState.Name,Host:SystemStatus.Status,Machine:InstanceStatus.Status}";
    private const string Cards = "NetworkInterfaces[].{Machine:Attachment.InstanceId,Checked:SourceDestCheck,Public:Association.PublicIp}";
    private const string Alarms = "MetricAlarms[].{Name:AlarmName,State:StateValue}";

    public async Task<IReadOnlyList<VerifyCheck>> CheckAsync(AwsSitePlan site)
    {
        var ids = outputs.List("aws_appliance_ids", site.Name);
        if (site.Gateway.Appliance is not { } appliance || ids.Count == 0)
        {
            return [];
        }

        var status = await ask("ec2", ["describe-instance-status", "--instance-ids", .. ids, "--include-all-instances", "--query", Status]);
        var cards = await ask("ec2", ["describe-network-interfaces", "--filters", $"Name=attachment.instance-id,Values={string.Join(',', ids)}", "--query", Cards]);
        var checks = new List<VerifyCheck>();
        foreach (var (machine, id) in appliance.Machines.Zip(ids))
        {
            checks.Add(Runs(machine, Row(status, "Id", id), status));
            var card = Row(cards, "Machine", id);
            var isChecked = (bool?)card?["Checked"];
            checks.Add(new VerifyCheck("machines", $"{machine.Name}, source/destination check", "off", isChecked switch { null => "unknown", true => "on", _ => "off" }, isChecked == false,
                isChecked == false ? null : cards.Error ?? "AWS swallows what the machine forwards: its network interface checks source and destination. Run 'terraform apply' again."));
            checks.AddRange(Address(site, machine, (string?)card?["Public"], cards));
        }

        checks.AddRange(await TunnelsAsync(site));
        return checks;
    }

    private static VerifyCheck Runs(ApplianceMachinePlan machine, JsonNode? found, CloudAnswer answer)
    {
        var (state, host, own) = ((string?)found?["State"], (string?)found?["Host"], (string?)found?["Machine"]);
        var passed = (state, host, own) == ("running", "ok", "ok");
        return new VerifyCheck("machines", $"{machine.Name}, AWS", "running, checks ok", state is null ? "unknown" : state == "running" ? $"running, checks {(host == "ok" ? own : host)}" : state, passed, passed ? null : answer.Error ?? (state, host) switch
        {
            (null, _) => "AWS has no machine of that id: it was replaced after the outputs were written. Run 'terraform apply' again.",
            ("running", "ok") when own == "initializing" => "It has just started: AWS's checks take some minutes. Ask again.",
            ("running", "ok") => "The machine does not answer AWS's check of its network: look at its console ('aws ec2 get-console-output').",
            ("running", _) => "AWS's host under the machine has a fault: stop and start the machine, which moves it to another.",
            _ => "The machine is not running: start it ('aws ec2 start-instances').",
        });
    }

    // The address that its peers were told of.
    private IEnumerable<VerifyCheck> Address(AwsSitePlan site, ApplianceMachinePlan machine, string? seen, CloudAnswer answer)
    {
        var expected = (from link in site.Links
                        from tunnel in link.ApplianceTunnels
                        where tunnel.Machine == machine.Index
                        select outputs.Find("aws_tunnel_public_ips", link.Name, tunnel.Tunnel.Id)).FirstOrDefault(ip => ip is not null);
        if (expected is not null)
        {
            yield return new VerifyCheck("machines", $"{machine.Name}, public address", expected, seen ?? "none", seen == expected, seen == expected ? null : answer.Error
                ?? "The machine has not the address that its peer was told of: its Elastic IP was changed past Terraform. Run 'terraform apply' again.");
        }
    }

    private async Task<IEnumerable<VerifyCheck>> TunnelsAsync(AwsSitePlan site)
    {
        var watched = (from link in site.Links
                       from tunnel in link.ApplianceTunnels
                       where tunnel.DownAlarm is not null
                       select (Link: link.Name, Tunnel: tunnel)).ToList();
        if (watched.Count == 0)
        {
            return [];
        }

        var answer = await ask("cloudwatch", ["describe-alarms", "--alarm-names", .. watched.Select(each => each.Tunnel.DownAlarm!), "--query", Alarms]);
        return watched.Select(each =>
        {
            var state = (string?)Row(answer, "Name", each.Tunnel.DownAlarm!)?["State"];
            return new VerifyCheck("tunnels", $"{each.Link} {each.Tunnel.Tunnel.Id}, alarm in AWS", "OK", state ?? "unknown", state == "OK", state == "OK" ? null : answer.Error ?? state switch
            {
                null => $"AWS has no alarm {each.Tunnel.DownAlarm}: it was deleted. Run 'terraform apply' again.",
                "ALARM" => "The machine says that the tunnel carries nothing, or says nothing at all: log in to it by Session Manager, and look at 'journalctl -u s2s-watch -u s2s-metric'.",
                _ => "The machine has not sent the metric yet: in the first minutes after an apply, wait.",
            });
        });
    }

    private static JsonNode? Row(CloudAnswer answer, string key, string value) => (answer.Json as JsonArray)?.FirstOrDefault(row => (string?)row?[key] == value);
}
