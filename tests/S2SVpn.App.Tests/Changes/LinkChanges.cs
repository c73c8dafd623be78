using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes of a link and its tunnels.</summary>
internal static class LinkChanges
{
    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. Between(Starter, "Routing",
            ("BGP to static routes", "static routes to BGP", "link: { routing: static }")),
        .. Between(Transit, "Routing",
            ("BGP to static routes, with a transit gateway", "static routes to BGP, with a transit gateway", "link: { routing: static }")),
        .. From(Static, "Routing",
            ("other static prefixes", "link: { prefixes: { aws: [10.2.0.0/17], azure: [10.1.0.0/17] } }"),
            ("networks behind the VNet, with static routes", "azure: { behind: [10.30.0.0/16] }"),
            ("another routing weight", "link: { tunnels: { routingWeight: 10 } }")),
        .. From(TransitStatic, "Routing",
            ("networks behind the VNet, with a transit gateway and static routes", "azure: { behind: [10.30.0.0/16] }")),
        .. From(Starter.With("link: { slot: 0 }"), "Tunnels",
            ("another slot", "link: { slot: 3 }")),
        .. From(Starter.With("link: { inside: [169.254.21.0/30, 169.254.22.0/30, 169.254.21.4/30, 169.254.22.4/30] }"), "Tunnels",
            ("other inside networks", "link: { inside: [169.254.21.8/30, 169.254.22.8/30, 169.254.21.12/30, 169.254.22.12/30] }"),
            ("inside networks that change places", "link: { inside: [169.254.22.0/30, 169.254.21.0/30, 169.254.21.4/30, 169.254.22.4/30] }"),
            ("inside networks that change connections", "link: { inside: [169.254.21.4/30, 169.254.22.4/30, 169.254.21.0/30, 169.254.22.0/30] }")),
        .. From(Starter, "Tunnels",
            ("another crypto profile", "link: { crypto: balanced }"),
            ("another lifetime", "link: { crypto: { esp: { lifetime: 45m } } }"),
            ("another name of the link", "link: { name: main }"),
            ("a longer dead peer timeout", "link: { tunnels: { dpd: { timeout: 60s } } }"),
            ("another dead peer action", "link: { tunnels: { dpd: { action: clear } } }"),
            ("another rekey margin", "link: { tunnels: { rekey: { margin: 5m, fuzz: 50 } } }"),
            ("a replay window for one tunnel", "link: { tunnels: { each: { '2.2': { replayWindow: 2048 } } } }"),
            ("AWS waits for Azure", "link: { tunnels: { startup: add } }"),
            ("Azure alone initiates", "link: { tunnels: { azureMode: initiator-only } }"),
            ("lifecycle control", "link: { tunnels: { lifecycleControl: true } }")),
        .. Between(Starter, "Tunnels",
            ("tunnel logs", "no tunnel logs", "link: { tunnels: { logs: { activity: true, bgp: true, retentionDays: 30 } } }")),
        .. From(Starter.With("link: { tunnels: { logs: { activity: true, retentionDays: 30 } } }"), "Tunnels",
            ("logs kept longer", "link: { tunnels: { logs: { retentionDays: 90 } } }")),
        .. Between(Transit, "Tunnels",
            ("accelerated connections", "no acceleration", "link: { tunnels: { acceleration: true } }"),
            ("5 Gbit/s tunnels", "1.25 Gbit/s tunnels", "link: { tunnels: { bandwidth: large } }")),
        .. From(Transit, "Tunnels",
            ("a longer dead peer timeout, with a transit gateway", "link: { tunnels: { dpd: { timeout: 60s } } }")),
        .. From(Starter, "Tunnels",
            ("traffic selectors", "link: { selectors: [{ aws: [10.2.0.0/16], azure: [10.1.0.0/16] }] }")),
        .. Between(Static.With("azure: { network: { cidr: 10.1.0.0/16 } }"), "Translation",
            ("a translation", "no translation", "link: { nat: [{ name: out, direction: egress, internal: 10.1.0.0/16, external: 100.64.0.0/16 }] }")),
        .. From(Static.With("link: { nat: [{ name: out, direction: egress, internal: 10.1.0.0/16, external: 100.64.0.0/16 }] }"), "Translation",
            ("another address of a translation", "link: { nat: [{ name: out, direction: egress, internal: 10.1.0.0/16, external: 100.65.0.0/16 }] }")),
    ];
}
