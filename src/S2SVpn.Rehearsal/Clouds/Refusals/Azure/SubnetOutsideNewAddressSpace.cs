using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A network keeps the ranges that its subnets lie in. Terraform changes it before they move.</summary>
public sealed class SubnetOutsideNewAddressSpace : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NetcfgInvalidSubnet",
        When = RefusalTime.Write,
        Types = ["azurerm_virtual_network"],
        Source = "github.com/hashicorp/terraform/issues/23729",
    };

    internal override string? Why(RefusalContext context)
    {
        Cidr[] spaces = [.. Networks.Of(context.Values, "address_space")];
        var left = context.OthersOf("azurerm_subnet").FirstOrDefault(subnet =>
            subnet.Id.StartsWith($"{context.Id}/subnets/", StringComparison.OrdinalIgnoreCase)
            && Networks.Of(subnet.Values, "address_prefixes").Any(prefix => !spaces.Any(space => space.Contains(prefix))));
        return left is null ? null : $"Subnet '{left.Values.Text("name")}' is not valid in virtual network '{context.Values.Text("name")}'.";
    }
}
