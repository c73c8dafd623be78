using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>What names of networks, gateways and rules are made of.</summary>
public sealed partial class NetworkResourceName : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidResourceName",
        When = RefusalTime.Create,
        Types = ["azurerm_network_security_rule", "azurerm_network_security_group", "azurerm_virtual_network_gateway", "azurerm_virtual_network_gateway_connection", "azurerm_local_network_gateway", "azurerm_public_ip", "azurerm_virtual_network", "azurerm_route_table"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    };

    internal override string? Why(RefusalContext context) => context.Values.Text("name") is { } name && !Allowed().IsMatch(name)
        ? $"Resource name {name} is invalid. The name can be up to 80 characters long. It must begin with a word character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'."
        : null;

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$")]
    private static partial Regex Allowed();
}
