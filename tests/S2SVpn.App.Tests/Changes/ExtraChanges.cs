using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes of filters, test machines, monitoring and existing networks.</summary>
internal static class ExtraChanges
{
    private const string Monitored = "monitoring: { notify: [noc@example.com], alarms: { tunnelDown: 5m, allDown: 5m, connectionDown: 5m }, diagnostics: { enabled: true, retentionDays: 30 }, dashboard: true }";

    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. From(Starter, "Filters",
            ("another port", "access: [{ from: azure, to: aws, icmp: true, tcp: 8443 }, { from: aws, to: azure, icmp: true }]"),
            ("a further flow before the others", "access: [{ from: aws, to: azure, udp: 53 }, { from: azure, to: aws, icmp: true, tcp: 443 }, { from: aws, to: azure, icmp: true }]"),
            ("flows in another order", "access: [{ from: aws, to: azure, icmp: true }, { from: azure, to: aws, icmp: true, tcp: 443 }]"),
            ("another reason", "access: [{ from: azure, to: aws, icmp: true, tcp: 443, why: the shop }, { from: aws, to: azure, icmp: true }]"),
            ("other protocols of a flow", "access: [{ from: azure, to: aws, icmp: false, tcp: 443, udp: 443 }, { from: aws, to: azure, icmp: true }]"),
            ("everything between two sites", "access: [{ from: azure, to: aws, icmp: false, tcp: ~, all: true }, { from: aws, to: azure, icmp: true }]"),
            ("no flows", "access: ~")),
        .. Between(Divided.With("aws: { network: { internetGateway: true } }"), "Test machines",
            ("test machines", "no test machines", "probes: { sshFrom: [203.0.113.7/32], aws: [{ name: vm3, address: 10.2.1.10 }], azure: [{ name: vm1, address: 10.1.1.10 }] }")),
        .. From(WithProbes, "Test machines",
            ("another address", "probes: { aws: [{ name: vm3, address: 10.2.1.11 }], azure: [{ name: vm1, address: 10.1.1.11 }] }"),
            ("another size", "probes: { aws: [{ name: vm3, address: 10.2.1.10, size: t3.small }], azure: [{ name: vm1, address: 10.1.1.10, size: Standard_B2s }] }"),
            ("a key of your own", "probes: { sshKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBVVcaGTgrvuYKDmqGTkGuABPGhSFD0Trz4rFCu3DTTa me' }"),
            ("no public addresses", "probes: { sshFrom: ~, aws: [{ name: vm3, address: 10.2.1.10, publicAddress: false }], azure: [{ name: vm1, address: 10.1.1.10, publicAddress: false }] }"),
            ("another range of the Azure subnet under a machine", "{ azure: { network: { subnets: { app: 10.1.7.0/24 } } }, probes: { azure: [{ name: vm1, address: 10.1.7.10 }] } }"),
            ("another range of the AWS subnet under a machine", "{ aws: { network: { subnets: { app: { cidr: 10.2.7.0/24 } } } }, probes: { aws: [{ name: vm3, address: 10.2.7.10 }] } }"),
            ("another VNet range under a machine", "{ azure: { network: { cidr: 10.9.0.0/16, subnets: { app: 10.9.1.0/24 }, gatewaySubnet: 10.9.255.0/27 } }, probes: { azure: [{ name: vm1, address: 10.9.1.10 }] } }"),
            ("another name of the Azure machine", "probes: { azure: [{ name: vm9, address: 10.1.1.10 }] }"),
            ("two machines of one address swap names", "probes: { azure: [{ name: vm2, address: 10.1.1.10 }, { name: vm1, address: 10.1.1.11 }] }")),
        .. From(WithProbes.With("{ aws: { network: { subnets: { db: { cidr: 10.2.2.0/24, zone: b } } } }, azure: { network: { subnets: { db: 10.1.2.0/24 } } } }"), "Test machines",
            ("machines in other subnets", "probes: { aws: [{ name: vm3, subnet: db, address: 10.2.2.10 }], azure: [{ name: vm1, subnet: db, address: 10.1.2.10 }] }")),
        .. From(WithProbes, "Test machines",
            ("another name of the AWS machine", "probes: { aws: [{ name: vm9, address: 10.2.1.10 }] }")),
        .. From(Fleet.With("probes: { aws: [{ name: vm3, site: frankfurt }], azure: [{ name: vm1, site: west }] }"), "Test machines",
            ("machines at other sites", "probes: { aws: [{ name: vm3, site: virginia }], azure: [{ name: vm1, site: north }] }")),
        .. From(Starter.With("monitoring: { logs: { activity: true, bgp: false, format: json, retentionDays: 30 }, alarms: { enabled: true, allDown: 10m } }"), "Monitoring",
            ("other logs of all tunnels", "monitoring: { logs: { activity: false, bgp: true, format: text, retentionDays: 90, kmsKey: 'arn:aws:kms:eu-central-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }"),
            ("no alarms", "monitoring: { alarms: { enabled: false } }"),
            ("later alarms of a link that is down", "monitoring: { alarms: { allDown: 15m } }")),
        .. From(Starter.With("monitoring: { diagnostics: { enabled: true } }"), "Monitoring",
            ("logs of the gateway in an existing workspace", "monitoring: { diagnostics: { workspace: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs } }")),
        .. Between(Starter, "Monitoring",
            ("alarms, diagnostics and a dashboard", "no monitoring", Monitored)),
        .. From(Starter.With(Monitored), "Monitoring",
            ("another recipient", "monitoring: { notify: [other@example.com] }"),
            ("later alarms", "monitoring: { alarms: { tunnelDown: 10m, connectionDown: 15m } }"),
            ("logs of the gateway kept longer", "monitoring: { diagnostics: { retentionDays: 90 } }"),
            ("an existing topic and action group", "monitoring: { notify: ~, snsTopic: 'arn:aws:sns:eu-central-1:000000000000:noc', actionGroup: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/noc }"),
            ("static routes under alarms", "link: { routing: static }")),
        .. From(Starter.With(Monitored).With("terraform: { protect: true }"), "Monitoring",
            ("a protected gateway's logs end", "monitoring: { diagnostics: { enabled: false, retentionDays: ~ } }")),
        .. From(Existing, "Existing networks",
            ("a further route table and security group", "aws: { network: { routeTables: [rtb-0a1b2c3d4e5f60718, rtb-0fffffffffffffff1], securityGroups: [sg-0a1b2c3d4e5f60718, sg-0fffffffffffffff1] } }"),
            ("another route table", "aws: { network: { routeTables: [rtb-0fffffffffffffff1] } }"),
            ("another VPC range", "aws: { network: { cidr: 10.12.0.0/16, subnets: { app: { cidr: 10.12.1.0/24 } } } }")),
        new ChangeCase("Existing networks", "a new VPC to an existing one", Transit, Existing.With("aws: { gateway: { existing: ~ } }")),
        .. Between(Starter.With(Monitored), "Monitoring",
            ("a key for the alarms' topic", "no key for the alarms' topic", "monitoring: { topicKey: 'arn:aws:kms:eu-central-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab' }")),
        .. From(Existing, "Existing networks",
            ("another subnet in AWS", "aws: { network: { subnets: { app: { existing: subnet-0fffffffffffffff1 } } } }")),
        .. From(ExistingVnet.With("azure: { network: { spokes: [{ name: data, cidr: 10.8.0.0/16, id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/data }] } }"), "Existing networks",
            ("another subnet in Azure", "azure: { network: { subnets: { app: { existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/web } } } }"),
            ("another name of a spoke", "azure: { network: { spokes: [{ name: store, cidr: 10.8.0.0/16, id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/data }] } }"),
            ("another spoke", "azure: { network: { spokes: [{ name: data, cidr: 10.8.0.0/16, id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/other }] } }")),
        .. From(ExistingVnet, "Existing networks",
            ("an existing spoke", "azure: { network: { spokes: [{ name: data, cidr: 10.8.0.0/16, id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/data }] } }")),
        new ChangeCase("Existing networks", "a new VNet to an existing one", Starter, ExistingVnet.With("aws: { gateway: { kind: virtual-private } }")),
        new ChangeCase("Existing networks", "an existing VNet to a new one", ExistingVnet.With("aws: { gateway: { kind: virtual-private } }"), Starter),
        new ChangeCase("Existing networks", "an existing VPC to a new one", Existing.With("aws: { gateway: { existing: ~ } }"), Transit),
    ];
}
