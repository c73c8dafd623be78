using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Appliances of one cloud as their machines' own files describe them: those of a VPC or VNet are one gateway.</summary>
internal sealed class ApplianceReader
{
    private const long AwsAsn = 64512;
    private const long AzureAsn = 65515;

    private readonly ApplianceEndReader _ends;

    private ApplianceReader(TerraformState state) => _ends = new ApplianceEndReader(state);

    internal required Cloud Cloud { get; init; }

    // The machines, together by their network.
    internal required Func<IEnumerable<IEnumerable<ApplianceMachineNode>>> Found { get; init; }

    internal required Func<StateResource, IReadOnlyList<Cidr>> NetworksBehind { get; init; }

    internal required Func<StateResource, IReadOnlyList<string>> Resources { get; init; }

    internal required Func<StateResource, IEnumerable<MachineNode>> MachinesBehind { get; init; }

    internal required Func<StateResource, MachineFilter?> FilterOf { get; init; }

    public static ApplianceReader InAws(TerraformState state, AwsNetworkReader networks) => new(state)
    {
        Cloud = Cloud.Aws,
        Found = () => ApplianceMachineNode.InAws(state).GroupBy(machine => state.Find("aws_subnet", machine.Interface.Text("subnet_id"))?.Text("vpc_id")),
        NetworksBehind = networks.Behind,
        Resources = networks.Resources,
        MachinesBehind = networks.Machines,
        FilterOf = networks.FilterOf,
    };

    public static ApplianceReader InAzure(TerraformState state, AzureNetworkReader networks) => new(state)
    {
        Cloud = Cloud.Azure,
        // The id of a subnet starts with that of its VNet.
        Found = () => ApplianceMachineNode.InAzure(state)
            .GroupBy(machine => machine.Interface.Block("ip_configuration")?.Text("subnet_id")?.Split("/subnets/")[0], StringComparer.OrdinalIgnoreCase),
        NetworksBehind = networks.Behind,
        Resources = networks.Resources,
        MachinesBehind = networks.Machines,
        FilterOf = networks.FilterOf,
    };

    public IEnumerable<GatewayNode> Gateways() => Appliances().Select(machines => new GatewayNode
    {
        Cloud = Cloud,
        Id = machines[0].Interface.Id,
        Name = machines[0].Name,
        Address = machines[0].Instance.Address,
        Asn = Ends(machines).Select(end => end.Bgp?.Asn).FirstOrDefault(asn => asn is not null) ?? (Cloud == Cloud.Aws ? AwsAsn : AzureAsn),
        Networks = NetworksBehind(machines[0].Interface),
        NetworkResources = Resources(machines[0].Interface),
        Multipath = true,
        Appliance = machines,
    });

    public IEnumerable<LabTunnelEnd> Ends() => Appliances().SelectMany(Ends);

    public IEnumerable<MachineNode> Machines() => Appliances().SelectMany(machines => MachinesBehind(machines[0].Interface));

    private IEnumerable<IReadOnlyList<ApplianceMachineNode>> Appliances() => Found().Select(machines => machines.ToList()).Select(machines =>
        machines.GroupBy(machine => machine.Files[ApplianceMachineNode.FactsFile]).FirstOrDefault(same => same.Count() > 1) is { } twins
            ? throw new LabException($"{string.Join(" and ", twins.Select(machine => machine.Instance))} have the same machine.json in their user data: one has that of the other, and two machines would claim the same tunnels.")
            : machines);

    private IEnumerable<LabTunnelEnd> Ends(IReadOnlyList<ApplianceMachineNode> machines) =>
        machines.SelectMany(machine => _ends.Of(machines[0], machine, FilterOf(machine.Interface)));
}
