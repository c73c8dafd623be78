using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A security rule is about addresses, networks, * or a service tag.</summary>
public sealed class RulePrefixes : Refusal
{
    private static readonly string[] Ends = ["source_address_prefix", "destination_address_prefix", "source_address_prefixes", "destination_address_prefixes"];

    // Of the many service tags those that this project uses.
    private static readonly string[] Tags = ["*", "Any", "VirtualNetwork", "AzureLoadBalancer", "Internet"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "SecurityRuleInvalidAddressPrefix",
        When = RefusalTime.Write,
        Types = ["azurerm_network_security_rule"],
        Source = "learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    };

    internal override string? Why(Situation situation) => Ends
        .SelectMany(end => situation.Values.Text(end) is { } text ? [text] : situation.Values.Texts(end))
        .Where(text => !Tags.Contains(text) && !Cidr.TryParse(text, out _, out _) && !Ipv4.TryParse(text, out _, out _))
        .Select(text => $"Security rule has invalid Address prefix. Value provided: {text}")
        .FirstOrDefault();
}
