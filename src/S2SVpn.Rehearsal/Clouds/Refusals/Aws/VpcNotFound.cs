namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC.</summary>
public sealed class VpcNotFound() : NotFound("InvalidVpcID.NotFound", "aws_vpc");
