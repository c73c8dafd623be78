using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>The public addresses of a gateway, of those that the store knows.</summary>
internal static class GatewayAddresses
{
    public static IEnumerable<Attributes> Of(RefusalContext context) => context.Values.Blocks("ip_configuration")
        .Select(configuration => context.Find("azurerm_public_ip", configuration.Text("public_ip_address_id")))
        .OfType<Attributes>();

    public static bool IsZonal(Attributes gateway) => gateway.Text("sku")?.EndsWith("AZ", StringComparison.Ordinal) == true;
}
