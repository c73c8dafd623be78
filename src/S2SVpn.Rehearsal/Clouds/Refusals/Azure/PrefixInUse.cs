namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A subnet keeps the ranges that something has an address of: a gateway's subnet can't move under it.</summary>
public sealed class PrefixInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InUsePrefixCannotBeDeleted",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/11211",
    };

    internal override string? Why(RefusalContext context)
    {
        var lost = Networks.Of(context.Find(context.Type, context.Id), "address_prefixes").Except(Networks.Of(context.Values, "address_prefixes")).ToArray();
        return lost.Length > 0 && SubnetUsers.Of(context).FirstOrDefault() is { } user
            ? $"IpPrefix {lost[0]} on Subnet {context.Values.Text("name")} has active allocations and cannot be deleted: {user.Id}."
            : null;
    }
}
