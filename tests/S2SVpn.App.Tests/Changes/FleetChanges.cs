using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Sites and links that come and go.</summary>
internal static class FleetChanges
{
    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. From(Fleet, "Sites and links",
            ("a fourth link between sites that are there", "links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [virginia, west], slot: 1 }, { name: three, between: [virginia, north], slot: 2 }, { name: four, between: [frankfurt, north], slot: 3 }]"),
            ("remove the second of three links", "links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: three, between: [virginia, north], slot: 2 }]"),
            ("remove the first link and its site", "{ aws: { frankfurt: ~ }, links: [{ name: two, between: [virginia, west], slot: 1 }, { name: three, between: [virginia, north], slot: 2 }], access: ~ }"),
            ("remove an Azure site and its link", "{ azure: { north: ~ }, links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [virginia, west], slot: 1 }] }"),
            ("add a site and its link", "{ aws: { ireland: { region: eu-west-1, network: { cidr: 10.5.0.0/16 }, gateway: { asn: 64514 } } }, links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [virginia, west], slot: 1 }, { name: three, between: [virginia, north], slot: 2 }, { name: four, between: [ireland, west], slot: 3 }] }"),
            ("a site of another name", "{ aws: { virginia: ~, ashburn: { region: us-east-1, network: { cidr: 10.3.0.0/16 }, gateway: { asn: 64513 } } }, links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [ashburn, west], slot: 1 }, { name: three, between: [ashburn, north], slot: 2 }] }"),
            ("a link that moves to another site", "links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [frankfurt, north], slot: 1 }, { name: three, between: [virginia, north], slot: 2 }]"),
            ("links that change their slots", "links: [{ name: one, between: [frankfurt, west], slot: 1 }, { name: two, between: [virginia, west], slot: 0 }, { name: three, between: [virginia, north], slot: 2 }]"),
            ("links in another order", "links: [{ name: three, between: [virginia, north], slot: 2 }, { name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [virginia, west], slot: 1 }]"),
            ("a transit gateway in one of two sites", "aws: { virginia: { gateway: { kind: transit } } }"),
            ("another region of one of two sites", "aws: { virginia: { region: us-west-2 } }"),
            ("a role for one of two sites", "aws: { virginia: { role: 'arn:aws:iam::000000000000:role/vpn' } }")),
        new ChangeCase("Sites and links", "one site each to named sites", Starter.With("access: ~"), Fleet.With("access: ~")),
        .. Between(Fleet, "Stacks",
            ("stacks for each site, by 'move'", "one stack instead of those for each site, by 'move'", "terraform: { stacks: per-site }")),
        .. Between(Fleet.With("terraform: { stacks: per-cloud }"), "Stacks",
            ("stacks for each site instead of each cloud, by 'move'", "stacks for each cloud instead of each site, by 'move'", "terraform: { stacks: per-site }")),
        .. Between(Fleet.With("terraform: { stacks: per-site }"), "Stacks",
            ("remove a site that has stacks of its own", "add a site with stacks of its own", "{ azure: { north: ~ }, links: [{ name: one, between: [frankfurt, west], slot: 0 }, { name: two, between: [virginia, west], slot: 1 }] }")),
    ];
}
