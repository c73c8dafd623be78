using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Moves to and from self-managed gateways, and changes of their machines.</summary>
internal static class ApplianceChanges
{
    private const string SshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBVVcaGTgrvuYKDmqGTkGuABPGhSFD0Trz4rFCu3DTTa me";

    private static string Base { get; } = Divided.With("aws: { network: { subnets: { other: { cidr: 10.2.2.0/24, zone: b } } } }");

    private static string One { get; } = Base.With("aws: { gateway: { kind: appliance, appliance: { software: strongswan } } }");

    private static string Two { get; } = Base.With("aws: { gateway: { kind: appliance, appliance: { software: strongswan, count: 2, subnets: [app, other] } } }");

    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. Between(Base, "Appliances",
            ("virtual private to one machine", "one machine to virtual private", "aws: { gateway: { kind: appliance, appliance: { software: strongswan } } }"),
            ("virtual private to two machines", "two machines to virtual private", "aws: { gateway: { kind: appliance, appliance: { software: strongswan, count: 2, subnets: [app, other] } } }")),
        .. Between(Base.With("aws: { gateway: { kind: transit } }"), "Appliances",
            ("transit to one machine", "one machine to transit", "aws: { gateway: { kind: appliance, appliance: { software: strongswan } } }")),
        .. Between(Base.With("link: { routing: static }"), "Appliances",
            ("virtual private to one machine, with static routes", "one machine to virtual private, with static routes", "aws: { gateway: { kind: appliance, appliance: { software: strongswan } } }")),
        .. Between(One, "Appliances",
            ("a second machine", "one machine instead of two", "aws: { gateway: { appliance: { count: 2, subnets: [app, other] } } }"),
            ("a larger machine", "a smaller machine", "aws: { gateway: { appliance: { size: t3.small } } }"),
            ("a machine with an ARM processor", "a machine with an x86 processor", "aws: { gateway: { appliance: { size: t4g.micro } } }"),
            ("BGP to static routes on a machine", "static routes to BGP on a machine", "link: { routing: static }"),
            ("SSH to the machine", "no SSH to the machine", "aws: { gateway: { appliance: { sshFrom: [203.0.113.7/32] } } }"),
            ("another address of the machine", "the first free address of the machine", "aws: { gateway: { appliance: { addresses: [10.2.1.28] } } }"),
            ("the machine in another subnet", "the machine in the first subnet", "aws: { gateway: { appliance: { subnets: [other] } } }"),
            ("other ciphers on a machine", "the usual ciphers on a machine", "link: { crypto: balanced }"),
            ("another length of a machine's key", "the usual length of a machine's key", "link: { keys: { length: 48 } }")),
        .. Between(One.With("aws: { gateway: { appliance: { sshFrom: [203.0.113.7/32] } } }"), "Appliances",
            ("a given SSH key of the machine", "a made SSH key of the machine", $"aws: {{ gateway: {{ appliance: {{ sshKey: '{SshKey}' }} }} }}")),
        .. From(One, "Appliances",
            ("another AS number of a machine", "aws: { gateway: { asn: 64600 } }")),
        .. Between(Two, "Appliances",
            ("larger machines", "smaller machines", "aws: { gateway: { appliance: { size: t3.small } } }")),
    ];
}
