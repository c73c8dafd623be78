using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway is used through a peering only while the other half of it allows that.</summary>
public sealed class NoGatewayTransit : Refusal
{
    private const string Uses = "use_remote_gateways";
    private const string Allows = "allow_gateway_transit";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_peering"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/2872",
    };

    internal override string? Why(RefusalContext context)
    {
        var network = context.Id.Split("/virtualNetworkPeerings/")[0];
        var remote = context.Values.Text("remote_virtual_network_id");
        var other = context.Others.FirstOrDefault(peering =>
            peering.Id.StartsWith($"{remote}/", StringComparison.OrdinalIgnoreCase) && network.Equals(peering.Values.Text("remote_virtual_network_id"), StringComparison.OrdinalIgnoreCase));
        return other is not null && (IsRefused(context.Values, other.Values) || IsRefused(other.Values, context.Values))
            ? $"Peering {context.Id}: UseRemoteGateways cannot be true where the corresponding remote peering {other.Id} has AllowGatewayTransit set to false."
            : null;
    }

    private static bool IsRefused(Attributes user, Attributes owner) => user.Flag(Uses) && !owner.Flag(Allows);
}
