namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A security group.</summary>
public sealed class SecurityGroupNotFound() : NotFound("InvalidGroup.NotFound", "aws_security_group");
