using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

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
