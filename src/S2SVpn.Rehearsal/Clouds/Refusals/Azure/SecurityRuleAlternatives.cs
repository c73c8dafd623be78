namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A rule has one prefix or several, one range of ports or several. The provider checks it.</summary>
public sealed class SecurityRuleAlternatives : Refusal
{
    private static readonly (string One, string Several)[] Pairs =
    [
        ("source_port_range", "source_port_ranges"), ("destination_port_range", "destination_port_ranges"),
        ("source_address_prefix", "source_address_prefixes"), ("destination_address_prefix", "destination_address_prefixes"),
    ];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_security_rule_resource.go",
    };

    internal override string? Why(RefusalContext context) => Pairs
        .Where(pair => !context.Values[pair.One].IsNull && (context.Values[pair.Several].IsUnknown || context.Values.Items(pair.Several).Any()))
        .Select(pair => $"\"{pair.One}\": conflicts with {pair.Several}")
        .FirstOrDefault();
}
