namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A security rule says where from and where to, each with its ports.</summary>
public sealed class SecurityRuleEndpoints : Refusal
{
    private static readonly string[] Needed = ["source_port_range", "destination_port_range", "source_address_prefix", "destination_address_prefix"];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_security_rule_resource.go",
    };

    // A list, or one of its kind.
    internal override string? Why(RefusalContext context) => Needed
        .Where(name => context.Values[name].IsNull && context.Values[Several(name)] is { IsFullyKnown: true } && !context.Values.Items(Several(name)).Any())
        .Select(name => $"one of `{name}` or `{Several(name)}` must be specified")
        .FirstOrDefault();

    private static string Several(string name) => name.EndsWith('x') ? $"{name}es" : $"{name}s";
}
