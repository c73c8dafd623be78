using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes of gateways, and moves from one kind to another.</summary>
internal static class GatewayChanges
{
    private const string ExistingVgw = "aws: { gateway: { kind: virtual-private, existing: vgw-0a1b2c3d4e5f60718, asn: 64512 } }";
    private const string Out = "{ name: out, direction: egress, internal: 10.1.0.0/16, external: 100.64.0.0/16 }";
    private const string ExistingTgw = "aws: { gateway: { kind: transit, existing: tgw-0a1b2c3d4e5f60718, asn: 64512 } }";

    // Address translation takes static routes and VpnGw2AZ.
    private static string Protected { get; } = Static.With("{ azure: { gateway: { sku: VpnGw2AZ } }, terraform: { protect: true } }");

    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. Between(Starter, "AWS gateways",
            ("virtual private to transit", "transit to virtual private", "aws: { gateway: { kind: transit } }"),
            ("a new virtual private gateway to an existing one", "an existing virtual private gateway to a new one", ExistingVgw),
            ("a virtual private gateway to an existing transit gateway", "an existing transit gateway to a virtual private one", ExistingTgw)),
        .. Between(Transit, "AWS gateways",
            ("a new transit gateway to an existing one", "an existing transit gateway to a new one", ExistingTgw)),
        .. Between(Static, "AWS gateways",
            ("virtual private to transit, with static routes", "transit to virtual private, with static routes", "aws: { gateway: { kind: transit } }")),
        .. From(Starter, "AWS gateways",
            ("another AS number of a virtual private gateway", "aws: { gateway: { asn: 64600 } }")),
        .. From(Transit, "AWS gateways",
            ("another AS number of a transit gateway", "aws: { gateway: { asn: 64600 } }")),
        .. Between(Transit, "AWS gateways",
            ("turn ECMP off", "turn ECMP on", "aws: { gateway: { ecmp: false } }")),
        .. Between(Existing, "AWS gateways",
            ("a route table of the transit gateway", "the transit gateway's default route table", "aws: { gateway: { routeTable: tgw-rtb-0a1b2c3d4e5f60718 } }")),
        .. From(Existing, "AWS gateways",
            ("another existing transit gateway", "aws: { gateway: { existing: tgw-0fffffffffffffff1 } }")),
        .. Between(Starter, "Azure gateways",
            ("a larger SKU", "a smaller SKU", "azure: { gateway: { sku: VpnGw2AZ } }"),
            ("another generation", "the first generation", "azure: { gateway: { sku: VpnGw2AZ, generation: 2 } }"),
            ("one zone instead of three", "three zones instead of one", "azure: { gateway: { zones: [1] } }")),
        .. From(Starter.With("azure: { gateway: { sku: VpnGw2AZ, generation: 1 } }"), "Azure gateways",
            ("the other generation of the same SKU", "azure: { gateway: { generation: 2 } }"),
            ("a larger SKU of the same generation", "azure: { gateway: { sku: VpnGw3AZ } }")),
        .. From(Starter.With("azure: { gateway: { sku: VpnGw3AZ } }"), "Azure gateways",
            ("a smaller SKU of the same generation", "azure: { gateway: { sku: VpnGw2AZ } }")),
        .. From(Starter, "Azure gateways",
            ("a larger SKU that stays in the first generation", "azure: { gateway: { sku: VpnGw2AZ, generation: 1 } }")),
        .. From(Starter, "Azure gateways",
            ("another AS number", "azure: { gateway: { asn: 65010 } }")),
        .. Between(ExistingVnet, "Azure gateways",
            ("a new gateway to an existing one", "an existing gateway to a new one", "azure: { gateway: { existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworkGateways/gw, bgpAddresses: [169.254.21.2, 169.254.21.6, 169.254.22.2, 169.254.22.6] } }")),
        .. Between(Static, "Azure gateways",
            ("active-active to active-passive", "active-passive to active-active", "azure: { gateway: { activeActive: false } }")),
        .. Between(Starter.With("azure: { gateway: { activeActive: false } }"), "Azure gateways",
            ("active-passive to active-active, with BGP", "active-active to active-passive, with BGP", "azure: { gateway: { activeActive: true } }")),
        .. Between(Starter, "Protection",
            ("protected gateways", "unprotected gateways", "terraform: { protect: true }")),
        .. Between(Protected, "Protection",
            ("logs of a protected gateway", "no logs of a protected gateway", "monitoring: { diagnostics: { enabled: true, retentionDays: 30 } }"),
            ("a translation of a protected gateway", "no translation of a protected gateway", $"link: {{ nat: [{Out}] }}")),
        .. From(Protected.With($"link: {{ nat: [{Out}] }}"), "Protection",
            ("another name of a protected gateway's translation", $"link: {{ nat: [{Out.Replace("name: out", "name: away")}] }}"),
            ("another address of a protected gateway's translation", $"link: {{ nat: [{Out.Replace("100.64.0.0", "100.65.0.0")}] }}"),
            ("a second translation of a protected gateway", $"link: {{ nat: [{Out}, {{ name: in, direction: ingress, internal: 10.2.0.0/16, external: 100.66.0.0/16 }}] }}"),
            ("no translation and no protection", "{ link: { nat: ~ }, terraform: ~ }")),
        .. From(Protected.With($"{{ link: {{ nat: [{Out}] }}, terraform: ~ }}"), "Protection",
            ("protection in place of a translation", "{ link: { nat: ~ }, terraform: { protect: true } }")),
    ];
}
