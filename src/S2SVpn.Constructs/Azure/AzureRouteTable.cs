using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Azurerm.Route;
using HashiCorp.Cdktf.Providers.Azurerm.RouteTable;
using HashiCorp.Cdktf.Providers.Azurerm.SubnetRouteTableAssociation;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Azure;

/// <summary>The routes that nothing else brings to the application subnets. What the gateway learns stays beside them.</summary>
public sealed class AzureRouteTable : Construct
{
    internal AzureRouteTable(Construct scope, string id, AzureNetworkPlan plan, AzureNetwork network, AzureResourceScope place) : base(scope, id)
    {
        var table = new RouteTable(this, "Resource", new RouteTableConfig
        {
            Provider = place.Provider,
            Name = plan.RouteTable!.Name,
            ResourceGroupName = place.ResourceGroup,
            Location = place.Location,
            BgpRoutePropagationEnabled = true,
            Tags = place.Tags,
        });
        (Id, var tableName) = (table.Id, table.Name);
        foreach (var route in plan.RouteTable.Routes)
        {
            var made = new Route(this, route.Name, new RouteConfig
            {
                Provider = place.Provider,
                Name = route.Name,
                ResourceGroupName = place.ResourceGroup,
                RouteTableName = tableName,
                AddressPrefix = route.Destination.ToString(),
                NextHopType = route.Appliance is null ? "VirtualNetworkGateway" : "VirtualAppliance",
                NextHopInIpAddress = route.Appliance?.ToString(),
            });
            // It belongs to its table by name, and a new table has the old one's.
            ReplacementOrder.Replace(made, $"{ReplacementOrder.AddressOf(table)}.id");
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

    /// <summary>What puts it on its subnets.</summary>
    internal IReadOnlyList<ITerraformDependable> Associations { get; }
}
