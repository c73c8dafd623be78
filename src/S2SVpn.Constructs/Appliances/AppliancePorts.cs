using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>The ports of an appliance's machines.</summary>
internal static class AppliancePorts
{
    /// <summary>Where the machines of a pair tell each other over TCP whether they are well.</summary>
    public const int Health = 8179;

    private const int Ike = 500;
    private const int IkeThroughNat = 4500;

    /// <summary>The UDP ports that a tunnel comes in by.</summary>
    public static IReadOnlyList<int> Of(ApplianceSoftware software, ApplianceTunnelPlan tunnel)
    {
        ArgumentNullException.ThrowIfNull(tunnel);
        return software == ApplianceSoftware.Wireguard ? [tunnel.Port] : [Ike, IkeThroughNat];
    }
}
