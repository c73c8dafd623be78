using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A range begins with its first address.</summary>
public sealed class InvalidCidrNotation : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidCIDRNotation",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet", "azurerm_virtual_network"],
        Source = "learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors",
    };

    internal override string? Why(RefusalContext context) => context.Values.Texts("address_prefixes").Concat(context.Values.Texts("address_space"))
        .Where(prefix => !prefix.Contains(':', StringComparison.Ordinal) && !Cidr.TryParse(prefix, out _, out _))
        .Select(prefix => $"The address prefix {prefix} in resource {context.Id} has an invalid CIDR notation.")
        .FirstOrDefault();
}
