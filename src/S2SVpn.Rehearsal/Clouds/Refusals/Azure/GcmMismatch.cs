namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>With GCM an IPsec policy names the same algorithm for encryption and integrity.</summary>
public sealed class GcmMismatch : Refusal
{
    private const string Gcm = "GCM";

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network_gateway_connection"],
        Source = "learn.microsoft.com/azure/vpn-gateway/ipsec-ike-policy-howto",
    };

    internal override string? Why(RefusalContext context) => context.Values.Block("ipsec_policy") is { } policy
        && policy.Text("ipsec_encryption") is { } encryption && policy.Text("ipsec_integrity") is { } integrity
        && (encryption.StartsWith(Gcm, StringComparison.Ordinal) || integrity.StartsWith(Gcm, StringComparison.Ordinal)) && encryption != integrity
            ? $"IPsec encryption {encryption} and IPsec integrity {integrity} cannot be combined."
            : null;
}
