using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A resource uses only what is in its own region. Of what was not created here nothing is known.</summary>
public sealed class OtherRegion : Refusal
{
    // What a subnet belongs to, in its place.
    private const string Subnet = "azurerm_subnet";

    private static readonly (string Type, string Argument, string Other)[] Uses =
    [
        ("azurerm_virtual_network_gateway", "ip_configuration.public_ip_address_id", "azurerm_public_ip"),
        ("azurerm_virtual_network_gateway", "ip_configuration.subnet_id", Subnet),
        ("azurerm_virtual_network_gateway_connection", "virtual_network_gateway_id", "azurerm_virtual_network_gateway"),
        ("azurerm_network_interface", "ip_configuration.subnet_id", Subnet),
        ("azurerm_network_interface", "ip_configuration.public_ip_address_id", "azurerm_public_ip"),
        ("azurerm_linux_virtual_machine", "network_interface_ids", "azurerm_network_interface"),
        ("azurerm_subnet_network_security_group_association", "network_security_group_id", "azurerm_network_security_group"),
        ("azurerm_subnet_route_table_association", "route_table_id", "azurerm_route_table"),
    ];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidResourceReference",
        When = RefusalTime.Write,
        Types = [.. Uses.Select(use => use.Type).Distinct()],
        Source = "learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors",
    };

    internal override string? Why(RefusalContext context)
    {
        // An association has no place of its own: it is its subnet's.
        var own = Place(context.Values) ?? LocationOf(context, Subnet, context.Values.Text("subnet_id"));
        return own is null ? null : (
            from use in Uses
            where use.Type == context.Type
            from id in context.Values.At(use.Argument).SelectMany(Texts)
            let other = LocationOf(context, use.Other, id)
            where other is not null && other != own
            select $"Resource {id} referenced by resource {context.Id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.").FirstOrDefault();
    }

    private static string? LocationOf(RefusalContext context, string type, string? id) => type != Subnet
        ? Place(context.Find(type, id))
        : id?.LastIndexOf("/subnets/", StringComparison.OrdinalIgnoreCase) is { } at and > 0 ? Place(context.Find("azurerm_virtual_network", id[..at])) : null;

    private static string? Place(Attributes? values) => values?.Text("location")?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static IEnumerable<string> Texts(Value value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(Texts),
        _ => [],
    };
}
