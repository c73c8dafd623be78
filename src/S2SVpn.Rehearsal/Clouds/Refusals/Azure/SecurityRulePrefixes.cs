using System.Text.RegularExpressions;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

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
