namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A customer gateway stays while a connection leads to it. The provider does not try again.</summary>
public sealed class CustomerGatewayInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "IncorrectState",
        When = RefusalTime.Delete,
        Types = ["aws_customer_gateway"],
        Source = "github.com/terraform-aws-modules/terraform-aws-vpn-gateway/issues/69",
    };

    internal override string? Why(RefusalContext context) =>
        context.OthersOf("aws_vpn_connection").FirstOrDefault(connection => connection.Values.Text("customer_gateway_id") == context.Id) is { } user
            ? $"The customer gateway is in use: {user.Id}."
            : null;
}
