using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>
/// A gateway reaches its own management by Azure's routes: its subnet has no default route of its own, and takes the gateway's routes.
/// </summary>
public sealed class GatewaySubnetRoutes : Refusal
{
    private const string Association = "azurerm_subnet_route_table_association";
    private const string Table = "azurerm_route_table";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = [Association, Table, "azurerm_route", "azurerm_virtual_network_gateway"],
        Source = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
    };

    internal override string? Why(RefusalContext context) => context.Type switch
    {
        Association => IsOfGateway(context.Values.Text("subnet_id")) ? Why(context, context.Values.Text("route_table_id"), context.Find(Table, context.Values.Text("route_table_id"))) : null,
        Table => IsUsed(context, context.Id) ? Why(context, context.Id, context.Values) : null,
        "azurerm_route" => IsDefault(context.Values) && context.Store.OfType(Table).Any(table => IsIn(context.Values, table.Values) && IsUsed(context, table.Id)) ? NoDefault : null,
        _ => context.Values.Blocks("ip_configuration").Select(configuration => configuration.Text("subnet_id")).Distinct()
            .SelectMany(subnet => context.Store.OfType(Association).Where(each => string.Equals(each.Values.Text("subnet_id"), subnet, StringComparison.OrdinalIgnoreCase)))
            .Select(each => Why(context, each.Values.Text("route_table_id"), context.Find(Table, each.Values.Text("route_table_id"))))
            .FirstOrDefault(why => why is not null),
    };

    private const string NoDefault = "A route to 0.0.0.0/0 is not supported on the subnet GatewaySubnet.";

    private static string? Why(RefusalContext context, string? id, Attributes? table) => table is null ? null
        : table["bgp_route_propagation_enabled"] is FlagValue { Flag: false } ? $"BGP route propagation must be enabled on the route table of the subnet GatewaySubnet: {id}."
        : table.Blocks("route").Any(IsDefault) || context.Store.OfType("azurerm_route").Any(route => IsIn(route.Values, table) && IsDefault(route.Values)) ? NoDefault
        : null;

    private static bool IsUsed(RefusalContext context, string table) => context.Store.OfType(Association)
        .Any(each => IsOfGateway(each.Values.Text("subnet_id")) && string.Equals(each.Values.Text("route_table_id"), table, StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(Attributes route, Attributes table) =>
        route.Text("route_table_name") == table.Text("name") && route.Text("resource_group_name") == table.Text("resource_group_name");

    private static bool IsDefault(Attributes route) => route.Text("address_prefix") == "0.0.0.0/0";

    private static bool IsOfGateway(string? subnet) => subnet?.EndsWith("/subnets/GatewaySubnet", StringComparison.OrdinalIgnoreCase) == true;
}
