namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>An internet gateway.</summary>
public sealed class InternetGatewayNotFound() : NotFound("InvalidInternetGatewayID.NotFound", "aws_internet_gateway");
