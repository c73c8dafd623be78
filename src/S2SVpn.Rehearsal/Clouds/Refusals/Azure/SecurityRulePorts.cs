using System.Globalization;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A security rule names ports, ranges of them, or *.</summary>
public sealed class SecurityRulePorts : Refusal
{
    private static readonly string[] Ends = ["source_port_range", "destination_port_range", "source_port_ranges", "destination_port_ranges"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "SecurityRuleInvalidPortRange",
        When = RefusalTime.Write,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/pull/1530",
    };

    internal override string? Why(RefusalContext context) => Ends
        .SelectMany(end => context.Values.Text(end) is { } text ? [text] : context.Values.Texts(end))
        .Where(range => range != "*" && !IsRange(range))
        .Select(range => $"Security rule has invalid Port range. Value provided: {range}")
        .FirstOrDefault();

    private static bool IsRange(string text) => text.Split('-') is { Length: 1 or 2 } ends && ends.All(end => ushort.TryParse(end, CultureInfo.InvariantCulture, out _));
}
