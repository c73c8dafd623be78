namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>An address that something has stays.</summary>
public sealed class PublicIpInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "PublicIPAddressCannotBeDeleted",
        When = RefusalTime.Delete,
        Types = ["azurerm_public_ip"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/688",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault() is { } user ? $"Public IP address {context.Id} is still allocated to {user.Id}." : null;
}
