namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A gateway's subnet must not have a network security group.</summary>
public sealed class SecurityGroupOnGatewaySubnet : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NetworkSecurityGroupCannotBeAttachedToGatewaySubnet",
        When = RefusalTime.Write,
        Types = ["azurerm_subnet_network_security_group_association"],
        Source = "github.com/Azure-Terraform/terraform-azurerm-virtual-network/issues/18",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("subnet_id")?.EndsWith("/subnets/GatewaySubnet", StringComparison.OrdinalIgnoreCase) == true
            ? "The operation failed because the network security group can not be associated to the GatewaySubnet."
            : null;
}
