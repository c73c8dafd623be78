using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Appliances in Azure as their machines' own files describe them: those of a VNet are one gateway.</summary>
internal sealed class AzureApplianceReader(TerraformState state, AzureNetworkReader networks)
{
    private readonly ApplianceEndReader _ends = new(state);

    public IEnumerable<GatewayNode> Gateways() => Appliances().Select(machines => new GatewayNode
    {
        Cloud = Cloud.Azure,
        Id = machines[0].Interface.Id,
        Name = machines[0].Name,
        Address = machines[0].Instance.Address,
        Asn = Ends(machines).Select(end => end.Bgp?.Asn).FirstOrDefault(asn => asn is not null) ?? 65515,
        Networks = networks.Behind(machines[0].Interface),
        NetworkResources = networks.Resources(machines[0].Interface),
        Multipath = true,
        Appliance = machines,
    });

    public IEnumerable<LabTunnelEnd> Ends() => Appliances().SelectMany(Ends);

    public IEnumerable<MachineNode> Machines() => Appliances().SelectMany(machines => networks.Machines(machines[0].Interface));

    // The id of a subnet starts with that of its VNet.
    private IEnumerable<IReadOnlyList<ApplianceMachineNode>> Appliances() => ApplianceMachineNode.InAzure(state)
        .GroupBy(machine => machine.Interface.Block("ip_configuration")?.Text("subnet_id")?.Split("/subnets/")[0], StringComparer.OrdinalIgnoreCase)
        .Select(machines => machines.ToList());

    private IEnumerable<LabTunnelEnd> Ends(IReadOnlyList<ApplianceMachineNode> machines) =>
        machines.SelectMany(machine => _ends.Of(machines[0], machine, networks.FilterOf(machine.Interface)));
}
