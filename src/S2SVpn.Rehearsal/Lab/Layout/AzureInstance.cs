using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>One instance of an Azure VPN gateway.</summary>
/// <param name="Index">Its number, 0 or 1.</param>
/// <param name="Address">The resource that its public address is.</param>
/// <param name="PublicIp">That address.</param>
/// <param name="Apipa">The link-local addresses that it speaks BGP from.</param>
/// <param name="Default">Its address in the gateway's subnet.</param>
internal sealed record AzureInstance(int Index, string Address, Ipv4 PublicIp, IReadOnlyList<Ipv4> Apipa, IReadOnlyList<Ipv4> Default)
{
    /// <summary>The zones of its public address.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    public static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    public static IEnumerable<AzureInstance> Of(TerraformState state, StateResource gateway)
    {
        var speakers = gateway.Block("bgp_settings")?.Blocks("peering_addresses") ?? [];
        var names = gateway.Blocks("ip_configuration").Select(configuration => configuration.Text("name") ?? "default").ToList();
        if (names.Count > 1 && speakers.Select(each => each.Text("ip_configuration_name")).FirstOrDefault(name => name is not (null or "") && !names.Contains(name)) is { } unknown)
        {
            throw new LabException($"{gateway} has peering_addresses for the IP configuration '{unknown}' (bgp_settings), and none of that name.");
        }

        return gateway.Blocks("ip_configuration").Select((configuration, index) =>
        {
            // A gateway with one configuration may leave its name out.
            var speaker = speakers.FirstOrDefault(each => each.Text("ip_configuration_name") == (configuration.Text("name") ?? "default")) ?? (index < speakers.Count ? speakers[index] : null);
            var resource = state.Find("azurerm_public_ip", configuration.Text("public_ip_address_id"));
            if (resource is null && gateway.IsManaged && configuration.Text("public_ip_address_id") is { } missing)
            {
                throw new LabException($"{gateway} has the public address {missing}, which isn't in Terraform's state (azurerm_public_ip).");
            }

            var publicIp = resource?.Text("ip_address")
                ?? (speaker?.Texts("tunnel_ip_addresses") is [var told, ..] ? told : null)
                ?? throw new LabException($"{gateway} has no public address for its instance {index} in Terraform's state.");
            return new AzureInstance(index, resource?.Address ?? gateway.Address, Ipv4.Parse(publicIp), Addresses(speaker, "apipa_addresses"), Addresses(speaker, "default_addresses")) { Zones = resource?.Texts("zones") ?? [] };
        });
    }

    /// <summary>
    /// The address it speaks BGP from where the connection names none: the first of its APIPA addresses towards one of that
    /// range, else its own in the gateway's subnet.
    /// </summary>
    public Ipv4 SpeakerTo(Ipv4 peer) =>
        (LinkLocal.Contains(peer) ? Apipa.Concat(Default) : Default.Concat(Apipa)).FirstOrDefault(PublicIp);

    /// <summary>Whether an address is one that it speaks BGP from.</summary>
    public bool Has(Ipv4 address) => Apipa.Contains(address) || Default.Contains(address);

    private static List<Ipv4> Addresses(StateValues? speaker, string name) => speaker is null ? [] : [.. speaker.Ips(name)];
}
