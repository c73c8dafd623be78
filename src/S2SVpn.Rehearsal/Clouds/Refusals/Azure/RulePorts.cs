namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A security rule names ports, ranges of them, or *; and it says both where from and where to.</summary>
public sealed class RulePorts : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "SecurityRuleInvalidPortRange",
        When = RefusalTime.Validate,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/network/network_security_rule_resource.go",
    };

    internal override string? Why(Situation situation)
    {
        foreach (var end in new[] { "source", "destination" })
        {
            string[] ports = [.. situation.Values.Texts($"{end}_port_ranges"), .. situation.Values.Text($"{end}_port_range") is { } one ? new[] { one } : []];
            if (ports.Length == 0 && !IsOpen($"{end}_port_range") && !IsOpen($"{end}_port_ranges"))
            {
                return $"one of `{end}_port_range` or `{end}_port_ranges` must be specified";
            }

            if (Array.Find(ports, range => range != "*" && !IsRange(range)) is { } wrong)
            {
                return $"Security rule has invalid Port range. Value provided: {wrong}";
            }

            if (situation.Values.Text($"{end}_address_prefix") is null && !situation.Values.Texts($"{end}_address_prefixes").Any() && !IsOpen($"{end}_address_prefix") && !IsOpen($"{end}_address_prefixes"))
            {
                return $"one of `{end}_address_prefix` or `{end}_address_prefixes` must be specified";
            }
        }

        return null;

        // Not known yet.
        bool IsOpen(string name) => !situation.Values[name].IsWhollyKnown;
    }

    private static bool IsRange(string text) => text.Split('-') is { Length: 1 or 2 } ends && ends.All(end => ushort.TryParse(end, System.Globalization.CultureInfo.InvariantCulture, out _));
}
