using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Appliances in AWS as their machines' own files describe them: those of a VPC are one gateway.</summary>
internal sealed class AwsApplianceReader(TerraformState state, AwsNetworkReader networks)
{
    // What a dead peer takes beyond the delay of its detection, with the machine's retransmissions.
    private const int Retransmissions = 26;

    public IEnumerable<GatewayNode> Gateways() => Appliances().Select(machines => new GatewayNode
    {
        Cloud = Cloud.Aws,
        Id = machines[0].Interface.Id,
        Name = machines[0].Name,
        Address = machines[0].Instance.Address,
        Asn = Ends(machines).Select(end => end.Bgp?.Asn).FirstOrDefault(asn => asn is not null) ?? 64512,
        Networks = networks.Behind(machines[0].Interface),
        NetworkResources = networks.Resources(machines[0].Interface),
        Multipath = true,
        Appliance = machines,
    });

    public IEnumerable<LabTunnelEnd> Ends() => Appliances().SelectMany(Ends);

    public IEnumerable<MachineNode> Machines() => Appliances().SelectMany(machines => networks.Machines(machines[0].Interface));

    private IEnumerable<IReadOnlyList<ApplianceMachineNode>> Appliances() => ApplianceMachineNode.Of(state)
        .GroupBy(machine => state.Find("aws_subnet", machine.Interface.Text("subnet_id"))?.Text("vpc_id"))
        .Select(machines => machines.ToList());

    private IEnumerable<LabTunnelEnd> Ends(IReadOnlyList<ApplianceMachineNode> machines) =>
        from machine in machines
        from connection in machine.Ends
        select End(machines[0], machine, connection.Key, connection.Value);

    private LabTunnelEnd End(ApplianceMachineNode first, ApplianceMachineNode machine, string name, SettingsSection connection)
    {
        var (file, child) = ($"swanctl.conf of {machine.Name}", connection.Section("children").Section(name));
        var address = machine.PublicAddress ?? throw new LabException($"{machine.Instance} has no elastic address in Terraform's state (aws_eip): its peer has nothing to answer.");
        return new LabTunnelEnd
        {
            Cloud = Cloud.Aws,
            Address = machine.Instance.Address,
            PeerAddress = machine.Instance.Address,
            OutsideAddress = address.Address,
            Connection = machine.Name,
            Number = Number(name),
            Gateway = first.Interface.Id,
            Outside = Ipv4.Parse(address.Required("public_ip")),
            PeerOutside = Ipv4.Parse(connection.Required("remote_addrs", file)),
            Key = machine.Key(state, name),
            Offer = Offer(connection, child, file),
            Starts = child.Text("start_action") == "start",
            LocalSelectors = Networks(child.Required("local_ts", file)),
            RemoteSelectors = Networks(child.Required("remote_ts", file)),
            Bgp = machine.Bgp(name),
            StaticRoutes = machine.StaticRoutes(name),
            DpdSeconds = Seconds(connection.Required("dpd_delay", file)) + Retransmissions,
            Device = name,
            Appliance = new ApplianceEnd(machine, connection, child),
            Filter = networks.FilterOf(machine.Interface.Texts("security_groups")),
        };
    }

    private static IkeOffer Offer(SettingsSection connection, SettingsSection child, string file)
    {
        var (ike, esp) = (Words(connection.Required("proposals", file)), Words(child.Required("esp_proposals", file)));
        return new IkeOffer
        {
            Versions = [connection.Text("version") == "1" ? 1 : 2],
            IkeEncryption = [ike[0]],
            IkeIntegrity = [.. ike.Skip(1).Where(IsHash).Select(word => word.Replace("prf", "", StringComparison.Ordinal))],
            IkeGroups = [.. ike.Skip(1).Where(word => !IsHash(word))],
            EspEncryption = [esp[0]],
            EspIntegrity = [.. esp.Skip(1).Where(IsHash)],
            PfsGroups = [.. esp.Skip(1).Where(word => !IsHash(word))],
            IkeLifetimeSeconds = Seconds(connection.Required("rekey_time", file)),
            EspLifetimeSeconds = Seconds(child.Required("rekey_time", file)),
        };
    }

    private static bool IsHash(string word) => word.Contains("sha", StringComparison.Ordinal) || word.Contains("md5", StringComparison.Ordinal);

    private static string[] Words(string proposal) => proposal.Split('-');

    private static List<Cidr> Networks(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries).Select(Cidr.Parse)];

    private static int Seconds(string text) => int.Parse(text.TrimEnd('s'), CultureInfo.InvariantCulture);

    // Of the interface s2s12 it is 12.
    private static int Number(string name) => int.Parse(string.Concat(name.Where(char.IsAsciiDigit).Skip(1)), CultureInfo.InvariantCulture);
}
