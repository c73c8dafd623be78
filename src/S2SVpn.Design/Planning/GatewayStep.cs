namespace S2SVpn.Design.Planning;

/// <summary>One change of an Azure gateway after it is made.</summary>
/// <param name="Kind">What is made.</param>
/// <param name="Name">Its name; of a peering, the key of the spoke.</param>
internal sealed record GatewayStep(GatewayStepKind Kind, string Name);

/// <summary>What changes an Azure gateway.</summary>
internal enum GatewayStepKind
{
    /// <summary>A peering whose VNet uses the gateway.</summary>
    Peering,

    /// <summary>An address translation.</summary>
    Translation,

    /// <summary>A connection.</summary>
    Connection,
}
