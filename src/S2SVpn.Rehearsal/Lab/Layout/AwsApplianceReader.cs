using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Appliances in AWS as their machines' own files describe them: those of a VPC are one gateway.</summary>
internal sealed class AwsApplianceReader(TerraformState state, AwsNetworkReader networks)
{
    private readonly ApplianceEndReader _ends = new(state);

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

    private IEnumerable<IReadOnlyList<ApplianceMachineNode>> Appliances() => ApplianceMachineNode.InAws(state)
        .GroupBy(machine => state.Find("aws_subnet", machine.Interface.Text("subnet_id"))?.Text("vpc_id"))
        .Select(machines => machines.ToList());

    private IEnumerable<LabTunnelEnd> Ends(IReadOnlyList<ApplianceMachineNode> machines) =>
        machines.SelectMany(machine => _ends.Of(machines[0], machine, networks.FilterOf(machine.Interface.Texts("security_groups"))));
}
