namespace S2SVpn.Design.Catalogue;

/// <summary>What an Azure VPN gateway carries, in Mbps.</summary>
/// <param name="GcmTunnel">One tunnel with AES-256-GCM.</param>
/// <param name="CbcTunnel">One tunnel with AES-256 and SHA-256.</param>
/// <param name="Gateway">All tunnels of the gateway together.</param>
internal sealed record AzureRate(int GcmTunnel, int CbcTunnel, int Gateway);
