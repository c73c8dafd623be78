using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Moves to and from machines in Azure and WireGuard, and changes of their machines.</summary>
internal static class MachineChanges
{
    private const string Strongswan = "azure: { gateway: { kind: appliance, appliance: { software: strongswan, subnet: vpn } } }";

    private const string Wireguard = """
        aws: { gateway: { kind: appliance, appliance: { software: wireguard } } }
        azure: { gateway: { kind: appliance, appliance: { software: wireguard, subnet: vpn } } }
        """;

    private const string Pairs = """
        aws: { gateway: { kind: appliance, appliance: { software: wireguard, count: 2, subnets: [app, other] } } }
        azure: { gateway: { kind: appliance, appliance: { software: wireguard, count: 2, subnet: vpn } } }
        """;

    private static string Base { get; } = Divided.With("""
        aws: { network: { subnets: { other: { cidr: 10.2.2.0/24, zone: b } } } }
        azure: { network: { subnets: { vpn: 10.1.9.0/28 } } }
        """);

    private static string InAzure { get; } = Base.With(Strongswan);

    private static string InBoth { get; } = Base.With(Wireguard);

    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. Between(Base, "Appliances",
            ("an Azure gateway to a machine in Azure", "a machine in Azure to an Azure gateway", Strongswan),
            ("managed gateways to WireGuard", "WireGuard to managed gateways", Wireguard)),
        .. Between(InAzure, "Appliances",
            ("a machine in Azure to WireGuard on both sides", "WireGuard on both sides to a machine in Azure", Wireguard),
            ("a larger machine in Azure", "a smaller machine in Azure", "azure: { gateway: { appliance: { size: Standard_B2s } } }"),
            ("SSH to the machine in Azure", "no SSH to the machine in Azure", "azure: { gateway: { appliance: { sshFrom: [203.0.113.7/32] } } }")),
        .. Between(InAzure.With("aws: { gateway: { kind: appliance, appliance: { software: strongswan } } }"), "Appliances",
            ("strongSwan on both sides to WireGuard", "WireGuard on both sides to strongSwan", Wireguard)),
        .. Between(InBoth, "Appliances",
            ("pairs in place of single machines with WireGuard", "single machines in place of pairs with WireGuard", Pairs),
            ("WireGuard with BGP to static routes", "WireGuard with static routes to BGP", "link: { routing: static }"),
            ("a larger machine with WireGuard", "a smaller machine with WireGuard", "aws: { gateway: { appliance: { size: t3.small } } }")),
    ];
}
