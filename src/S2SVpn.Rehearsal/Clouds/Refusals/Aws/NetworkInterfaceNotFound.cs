namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A network interface.</summary>
public sealed class NetworkInterfaceNotFound() : NotFound("InvalidNetworkInterfaceID.NotFound", "aws_network_interface");
