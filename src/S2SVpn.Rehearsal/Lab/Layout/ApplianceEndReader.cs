using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The ends of tunnels on the machines of appliances, as the machines' own files describe them.</summary>
internal sealed partial class ApplianceEndReader(TerraformState state)
{
    // What a dead peer takes beyond the delay of its detection: docs.strongswan.org/docs/latest/config/retransmission.html.
    private const double UsualTimeout = 4;
    private const double UsualBase = 1.8;
    private const double UsualTries = 5;
    private const double Forever = 1_000_000;

    // With WireGuard s2s-watch decides; the lab takes it to be as fast as strongSwan.
    private const int OfWireguard = 26;

    /// <param name="first">The first machine of the appliance, which stands for all of it.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="filter">What its cloud lets in and out.</param>
    public IEnumerable<LabTunnelEnd> Of(ApplianceMachineNode first, ApplianceMachineNode machine, MachineFilter? filter) =>
        machine.Ends.Select(connection => Strongswan(first, machine, filter, connection.Key, connection.Value))
            .Concat(machine.WireguardEnds.Select(file => Wireguard(first, machine, filter, file.Key, file.Value)));

    private LabTunnelEnd Strongswan(ApplianceMachineNode first, ApplianceMachineNode machine, MachineFilter? filter, string name, SettingsSection connection)
    {
        var (file, child) = ($"swanctl.conf of {machine.Name}", connection.Section("children").Section(name));
        return new LabTunnelEnd
        {
            Cloud = machine.Cloud,
            Address = machine.Instance.Address,
            PeerAddress = machine.Instance.Address,
            OutsideAddress = Public(machine).Address,
            Connection = machine.Name,
            Number = Number(name),
            Gateway = first.Interface.Id,
            Outside = Outside(machine),
            PeerOutside = Peer(connection.Required("remote_addrs", file), file),
            Key = machine.Secret(state, name).Value,
            KeyAddress = machine.Secret(state, name).Address,
            Offer = Offer(connection, child, file),
            Starts = child.Text("start_action") == "start",
            LocalSelectors = Networks(child, "local_ts", file),
            RemoteSelectors = Networks(child, "remote_ts", file),
            Bgp = machine.Bgp(name),
            StaticRoutes = machine.StaticRoutes(name),
            DpdSeconds = SwanctlFiles.Seconds(connection.Required("dpd_delay", file), file) + Retransmissions(machine),
            Device = name,
            Appliance = new StrongswanEnd(machine, connection, child),
            Filter = filter,
        };
    }

    private LabTunnelEnd Wireguard(ApplianceMachineNode first, ApplianceMachineNode machine, MachineFilter? filter, string name, WireguardFile file)
    {
        var (own, peer) = Pair(machine, name);
        return new LabTunnelEnd
        {
            Cloud = machine.Cloud,
            Address = machine.Instance.Address,
            PeerAddress = machine.Instance.Address,
            OutsideAddress = Public(machine).Address,
            Connection = machine.Name,
            Number = Number(name),
            Gateway = first.Interface.Id,
            Outside = Outside(machine),
            PeerOutside = file.Endpoint,
            Key = own,
            KeyAddress = machine.Secret(state, name).Address,
            Offer = IkeOffer.None,
            // Without it nothing is sent before there is something to send.
            Starts = file.Keepalive > 0,
            LocalSelectors = [Cidr.Any],
            RemoteSelectors = file.Allowed,
            Bgp = machine.Bgp(name),
            StaticRoutes = machine.StaticRoutes(name),
            DpdSeconds = OfWireguard,
            Device = name,
            Appliance = new WireguardEnd(machine, file, peer),
            Filter = filter,
        };
    }

    private static int Retransmissions(ApplianceMachineNode machine)
    {
        double Setting(string name, double usual) => machine.Files.Where(file => file.Key.StartsWith("/etc/strongswan", StringComparison.Ordinal))
            .SelectMany(file => Retransmit().Matches(file.Value)).Where(match => match.Groups["name"].Value == name)
            .Select(match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)).LastOrDefault(usual);
        var (wait, growth, tries) = (Setting("timeout", UsualTimeout), Setting("base", UsualBase), Setting("tries", UsualTries));
        var total = 0.0;
        for (var at = 0; at <= tries && total < Forever; at++)
        {
            (total, wait) = (total + wait, wait * growth);
        }

        return (int)Math.Min(total, Forever);
    }

    // As the machine's own program reads its secret.
    private (string Own, string Peer) Pair(ApplianceMachineNode machine, string name)
    {
        try
        {
            using var pair = JsonDocument.Parse(machine.Secret(state, name).Value);
            return (pair.RootElement.GetProperty("private").GetString()!, pair.RootElement.GetProperty("peer").GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The parser's own words may quote a key.
            throw new LabException($"The secret that {machine.Instance} fetches for {name} is not the JSON that its program reads: {{\"private\": …, \"peer\": …}}.");
        }
    }

    private StateResource Public(ApplianceMachineNode machine)
    {
        if (machine.PublicAddress is { } address)
        {
            return address;
        }

        var (type, machines) = machine.Cloud == Cloud.Aws ? ("aws_eip", ApplianceMachineNode.InAws(state)) : ("azurerm_public_ip", ApplianceMachineNode.InAzure(state));
        var gateways = state.OfType("azurerm_virtual_network_gateway").SelectMany(gateway => gateway.Blocks("ip_configuration")).Select(each => each.Text("public_ip_address_id")).ToList();
        var unused = state.OfType(type).Where(each => !machines.Any(other => other.PublicAddress?.Address == each.Address) && !gateways.Exists(id => TerraformState.Same(id, each.Id))).ToList();
        // Of two addresses on one interface, either may be the one that went astray.
        var astray = state.OfType(type).Where(each => unused.Exists(free => free.Address == each.Address || (free.Text("network_interface") is { } at && at == each.Text("network_interface")))).ToList();
        throw new LabException($"{machine.Instance} ({machine.Interface}) has no public address in Terraform's state ({type}): its peer has nothing to answer.{(astray.Count == 0 ? "" : $" Look at {string.Join(" and ", astray)}: {(astray.Count == 1 ? "no machine has it" : "they are on one interface")}.")}");
    }

    private Ipv4 Outside(ApplianceMachineNode machine) => Public(machine).Ip(machine.Cloud == Cloud.Aws ? "public_ip" : "ip_address");

    private static IkeOffer Offer(SettingsSection connection, SettingsSection child, string file)
    {
        var (ike, esp) = (Words(connection.Required("proposals", file), file), Words(child.Required("esp_proposals", file), file));
        return new IkeOffer
        {
            // Without one, it starts by IKEv2, and answers to both.
            Versions = connection.Text("version") switch { "1" => [1], "2" => [2], _ => [2, 1] },
            IkeEncryption = [.. ike.Select(words => words[0]).Distinct()],
            IkeIntegrity = [.. ike.SelectMany(words => words.Skip(1)).Where(IsHash).Select(word => word.Replace("prf", "", StringComparison.Ordinal)).Distinct()],
            IkeGroups = [.. ike.SelectMany(words => words.Skip(1)).Where(word => !IsHash(word)).Distinct()],
            EspEncryption = [.. esp.Select(words => words[0]).Distinct()],
            EspIntegrity = [.. esp.SelectMany(words => words.Skip(1)).Where(IsHash).Distinct()],
            PfsGroups = [.. esp.SelectMany(words => words.Skip(1)).Where(word => !IsHash(word)).Distinct()],
            IkeLifetimeSeconds = SwanctlFiles.Seconds(connection.Required("rekey_time", file), file),
            EspLifetimeSeconds = SwanctlFiles.Seconds(child.Required("rekey_time", file), file),
        };
    }

    private static bool IsHash(string word) => word.Contains("sha", StringComparison.Ordinal) || word.Contains("md5", StringComparison.Ordinal);

    private static List<string[]> Words(string proposals, string file)
    {
        List<string[]> words = [.. proposals.Split(',', StringSplitOptions.TrimEntries).Select(proposal => proposal.Split('-'))];
        return words.SelectMany(proposal => proposal).FirstOrDefault(word => !Algorithm().IsMatch(word)) is { } unknown
            ? throw new LabException($"{file} proposes '{unknown}', which is no algorithm that the rehearsal knows. Write each algorithm out, such as aes256-sha384-ecp384.")
            : words;
    }

    private static Ipv4 Peer(string text, string file) => Ipv4.TryParse(text, out var address, out _) ? address
        : throw new LabException($"{file} has the remote_addrs {text}, and the rehearsal knows one IPv4 address of a peer, such as 203.0.113.7.");

    // docs.strongswan.org/docs/latest/swanctl/swanctlConf.html knows ports, protocols, IPv6 and 'dynamic' as well.
    private static List<Cidr> Networks(SettingsSection child, string name, string file) =>
    [
        .. child.Required(name, file).Split(',', StringSplitOptions.TrimEntries).Select(text => Cidr.TryParse(text, out var network, out _) ? network
            : throw new LabException($"{file} has {text} in {name}, and the rehearsal knows IPv4 networks there, such as 10.1.0.0/16.")),
    ];

    // Of the interface s2s12 it is 12.
    private static int Number(string name) => int.Parse(string.Concat(name.Where(char.IsAsciiDigit).Skip(1)), CultureInfo.InvariantCulture);

    // docs.strongswan.org/docs/latest/config/proposals.html
    [GeneratedRegex(@"^[ \t]*retransmit_(?<name>timeout|base|tries)[ \t]*=[ \t]*(?<value>\d+(\.\d+)?)", RegexOptions.Multiline)]
    private static partial Regex Retransmit();

    [GeneratedRegex("^(aes|3des|camellia|chacha|cast|blowfish|null|sha|md5|prf|modp|ecp|curve|x25519|x448|esn|noesn)")]
    private static partial Regex Algorithm();
}
