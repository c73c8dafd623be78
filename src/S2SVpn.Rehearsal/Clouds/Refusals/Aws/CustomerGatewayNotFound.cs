namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A customer gateway.</summary>
public sealed class CustomerGatewayNotFound() : NotFound("InvalidCustomerGatewayID.NotFound", "aws_customer_gateway");
