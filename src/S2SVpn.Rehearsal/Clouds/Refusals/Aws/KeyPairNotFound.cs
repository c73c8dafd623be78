namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A key pair.</summary>
public sealed class KeyPairNotFound() : NotFound("InvalidKeyPair.NotFound", "aws_key_pair");
