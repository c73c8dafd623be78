using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>The routes that nothing else brings to the application subnets. What the gateway learns stays beside them.</summary>
public sealed class AzureRouteTable : Construct
{
    private static readonly string[] Moved = ["next_hop_in_ip_address"];

    private readonly List<AzurermRouteResource> _routes = [];

    internal AzureRouteTable(Construct scope, string id, AzureNetworkPlan plan, AzureNetwork network, AzureResourceScope place) : base(scope, id)
    {
        var table = new AzurermRouteTableResource(this, "Resource", new AzurermRouteTableResourceConfig
        {
            Provider = place.Provider,
            Name = plan.RouteTable!.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            BgpRoutePropagationEnabled = true,
            Tags = place.Tags,
        });
        (Id, var tableName, var address) = (table.Id, table.Name, $"{ReplacementOrder.AddressOf(table)}.id");
        foreach (var route in plan.RouteTable.Routes)
        {
            _routes.Add(new AzurermRouteResource(this, route.Name, new AzurermRouteResourceConfig
            {
                Provider = place.Provider,
                Name = route.Name,
                ResourceGroupName = place.ResourceGroup,
                RouteTableName = tableName,
                AddressPrefix = route.Destination.ToString(),
                NextHopType = route.Appliance is null ? "VirtualNetworkGateway" : "VirtualAppliance",
                NextHopInIpAddress = route.Appliance?.ToString(),
                // It belongs to its table by name, and a new table has the old one's.
                Lifecycle = ReplacementOrder.ReplacedBy(address),
            }));
        }

        Associations =
        [
            .. plan.Subnets.Where(subnet => subnet.RouteTable is not null).Select(subnet => new SubnetRouteTableAssociation(this, $"subnet-{subnet.Key}", new SubnetRouteTableAssociationConfig
            {
                Provider = place.Provider,
                SubnetId = network.SubnetId(subnet.Key),
                RouteTableId = Id,
            })),
        ];
    }

    /// <summary>The id of the route table.</summary>
    public string Id { get; }

    /// <summary>Leaves it to the machines of a pair which of them the routes lead to, as long as these are the machines.</summary>
    /// <param name="machines">What tells that a machine is another one.</param>
    internal void LeaveTo(IEnumerable<string> machines)
    {
        foreach (var route in _routes)
        {
            route.AddOverride("lifecycle.ignore_changes", Moved);
            // CDKTF puts these behind what stands there.
            route.AddOverride("lifecycle.replace_triggered_by", machines.ToArray());
        }
    }

    /// <summary>What puts it on its subnets.</summary>
    internal IReadOnlyList<ITerraformDependable> Associations { get; }
}
