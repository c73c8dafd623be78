namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet.</summary>
public sealed class SubnetNotFound() : NotFound("InvalidSubnetID.NotFound", "aws_subnet");
