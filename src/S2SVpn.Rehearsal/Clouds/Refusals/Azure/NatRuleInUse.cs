namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A NAT rule stays while a connection uses it.</summary>
public sealed class NatRuleInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Delete,
        Types = ["azurerm_virtual_network_gateway_nat_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/25231",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => user.Type == "azurerm_virtual_network_gateway_connection") is { } user
            ? $"{context.Id} is in use by the connection {user.Id}."
            : null;
}
