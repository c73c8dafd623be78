namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine.</summary>
public sealed class InstanceNotFound() : NotFound("InvalidInstanceID.NotFound", "aws_instance");
