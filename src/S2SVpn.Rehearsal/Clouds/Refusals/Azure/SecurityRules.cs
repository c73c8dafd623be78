using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Design.Network;

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

/// <summary>A security rule is about addresses, networks, * or a service tag.</summary>
public sealed partial class SecurityRulePrefixes : Refusal
{
    private static readonly string[] Ends = ["source_address_prefix", "destination_address_prefix", "source_address_prefixes", "destination_address_prefixes"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "SecurityRuleInvalidAddressPrefix",
        When = RefusalTime.Write,
        Types = ["azurerm_network_security_rule"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/16761",
    };

    internal override string? Why(RefusalContext context) => Ends
        .SelectMany(end => context.Values.Text(end) is { } text ? [text] : context.Values.Texts(end))
        .Where(text => text != "*" && !Tag().IsMatch(text) && !Cidr.TryParse(text, out _, out _) && !Ipv4.TryParse(text, out _, out _))
        .Select(text => $"Security rule has invalid Address prefix. Value provided: {text}")
        .FirstOrDefault();

    // Azure knows hundreds of tags, and more each year: Storage.WestEurope.
    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$")]
    private static partial Regex Tag();
}
