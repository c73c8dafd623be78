namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A network security group stays while a subnet or a network interface has it.</summary>
public sealed class NetworkSecurityGroupInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InUseNetworkSecurityGroupCannotBeDeleted",
        When = RefusalTime.Delete,
        Types = ["azurerm_network_security_group"],
        Source = "github.com/pulumi/pulumi-azure-native/issues/3051",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => user.Type.EndsWith("_security_group_association", StringComparison.Ordinal)) is { } user
            ? $"Network security group {context.Id} cannot be deleted because it is in use by {user.Id}."
            : null;
}
