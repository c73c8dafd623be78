using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>What a machine runs, by the software that its appliance is of.</summary>
internal static class ApplianceContents
{
    public static ApplianceContent Of(ApplianceSoftware software, ApplianceMachine machine) => software switch
    {
        ApplianceSoftware.Strongswan => CommonContent.Of(machine) + StrongswanContent.Of(machine),
        ApplianceSoftware.Wireguard => CommonContent.Of(machine) + WireguardContent.Of(machine),
        _ => throw new NotSupportedException($"An appliance with {software} is not built here."),
    };
}
