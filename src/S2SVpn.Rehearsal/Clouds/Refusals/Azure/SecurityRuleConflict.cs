using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>No two rules of a group have one priority and direction.</summary>
public sealed class SecurityRuleConflict : Refusal
{
    private static readonly string[] Places = ["resource_group_name", "network_security_group_name", "direction"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "SecurityRuleConflict",
        When = RefusalTime.Write,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/Azure/aks-engine/issues/2106",
    };

    internal override string? Why(RefusalContext context) =>
        context.Others.FirstOrDefault(other => Places.All(place => Same(other.Values, context.Values, place)) && other.Values.Number("priority") == context.Values.Number("priority")) is { } other
            ? $"Security rule {context.Values.Text("name")} conflicts with rule {other.Values.Text("name")}. Rules cannot have the same Priority and Direction."
            : null;

    private static bool Same(Attributes one, Attributes other, string name) => string.Equals(one.Text(name), other.Text(name), StringComparison.OrdinalIgnoreCase);
}
