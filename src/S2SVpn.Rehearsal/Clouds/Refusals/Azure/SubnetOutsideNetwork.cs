using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A subnet has to be within the address space of its network.</summary>
public sealed class SubnetOutsideNetwork : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NetcfgSubnetRangeOutsideVnet",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet"],
        Source = "github.com/MicrosoftDocs/azure-docs/pull/123869",
    };

    internal override string? Why(RefusalContext context)
    {
        var network = context.Find("azurerm_virtual_network", context.Id.Split("/subnets/")[0]);
        Cidr[] spaces = [.. Networks.Of(network, "address_space")];
        return spaces.Length > 0 && Networks.Of(context.Values, "address_prefixes").Any(prefix => !spaces.Any(space => space.Contains(prefix)))
            ? $"The range of subnet '{context.Values.Text("name")}' is outside of its virtual network."
            : null;
    }
}
