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

/// <summary>Subnets of one network don't overlap.</summary>
public sealed class OverlappingSubnets : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NetcfgSubnetRangesOverlap",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet"],
        Source = "github.com/MicrosoftDocs/azure-docs/pull/123869",
    };

    internal override string? Why(RefusalContext context)
    {
        var network = context.Id.Split("/subnets/")[0];
        Cidr[] own = [.. Networks.Of(context.Values, "address_prefixes")];
        var other = context.Others.FirstOrDefault(subnet =>
            subnet.Id.Split("/subnets/")[0] == network && Networks.Of(subnet.Values, "address_prefixes").Any(prefix => own.Any(prefix.Overlaps)));
        return other is null ? null : $"The range of subnet '{context.Values.Text("name")}' overlaps that of '{other.Values.Text("name")}'.";
    }
}
