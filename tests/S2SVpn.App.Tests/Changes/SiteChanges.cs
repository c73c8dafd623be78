using static S2SVpn.App.Tests.Changes.BaseRequests;
using static S2SVpn.App.Tests.Changes.ChangeTable;

namespace S2SVpn.App.Tests.Changes;

/// <summary>Changes of a site and its network.</summary>
internal static class SiteChanges
{
    public static IEnumerable<ChangeCase> All { get; } =
    [
        .. From(Starter, "Names and tags",
            ("another name", "name: store"),
            ("another environment", "environment: test"),
            ("an owner and tags", "{ owner: net@example.com, tags: { cost-centre: '42' } }")),
        .. From(Starter.With("{ owner: net@example.com, tags: { cost-centre: '42' } }"), "Names and tags",
            ("a tag of another value", "tags: { cost-centre: '43' }"),
            ("no tags", "{ owner: ~, tags: ~ }")),
        .. From(Starter, "Places",
            ("another AWS region", "aws: { region: eu-west-1 }"),
            ("another Azure location", "azure: { location: northeurope }"),
            ("another resource group", "azure: { resourceGroup: rg-network }"),
            ("an existing resource group", "azure: { resourceGroup: { name: rg-network, existing: true } }"),
            ("another account's number", "aws: { account: '000000000000' }"),
            ("a subscription by its number", "azure: { subscription: 00000000-0000-0000-0000-000000000000 }")),
        .. From(Transit, "Places",
            ("another AWS region, with a transit gateway", "aws: { region: eu-west-1 }")),
        .. From(Starter, "Networks in AWS",
            ("another VPC range", "aws: { network: { cidr: 10.9.0.0/16 } }")),
        .. From(Divided, "Networks in AWS",
            ("a second VPC range", "aws: { network: { cidr: ~, cidrs: [10.2.0.0/16, 10.3.0.0/16] } }"),
            ("a further subnet", "aws: { network: { subnets: { db: { cidr: 10.2.2.0/24, zone: b } } } }"),
            ("another range of a subnet", "aws: { network: { subnets: { app: { cidr: 10.2.7.0/24 } } } }"),
            ("another zone of a subnet", "aws: { network: { subnets: { app: { zone: b } } } }"),
            ("another name of a subnet", "aws: { network: { subnets: { app: ~, web: { cidr: 10.2.1.0/24, zone: a } } } }"),
            ("an internet gateway", "aws: { network: { internetGateway: true } }"),
            ("networks behind the VPC", "aws: { behind: [10.20.0.0/16] }")),
        .. From(Divided.With("aws: { network: { cidr: ~, cidrs: [10.2.0.0/16, 10.3.0.0/16], subnets: { db: { cidr: 10.3.2.0/24, zone: b } }, internetGateway: true }, behind: [10.20.0.0/16] }"), "Networks in AWS",
            ("remove one range and the subnet in it", "aws: { network: { cidr: 10.2.0.0/16, cidrs: ~, subnets: { db: ~ } } }"),
            ("no internet gateway", "aws: { network: { internetGateway: false } }"),
            ("nothing behind the VPC", "aws: { behind: ~ }")),
        .. From(DividedTransit, "Networks in AWS",
            ("a further subnet, with a transit gateway", "aws: { network: { subnets: { db: { cidr: 10.2.2.0/24, zone: b } } } }"),
            ("another range of a subnet, with a transit gateway", "aws: { network: { subnets: { app: { cidr: 10.2.7.0/24 } } } }"),
            ("another VPC range, with a transit gateway", "aws: { network: { cidr: 10.9.0.0/16, subnets: { app: { cidr: 10.9.1.0/24 } } } }"),
            ("networks behind the VPC, with a transit gateway", "aws: { behind: [10.20.0.0/16] }")),
        .. From(Divided, "Networks in Azure",
            ("another VNet range", "azure: { network: { cidr: 10.9.0.0/16, subnets: { app: 10.9.1.0/24 }, gatewaySubnet: 10.9.255.0/27 } }"),
            ("a second VNet range", "azure: { network: { cidr: ~, cidrs: [10.1.0.0/16, 10.5.0.0/16] } }"),
            ("a further subnet", "azure: { network: { subnets: { db: 10.1.2.0/24 } } }"),
            ("another range of a subnet", "azure: { network: { subnets: { app: 10.1.7.0/24 } } }"),
            ("two subnets that change places", "azure: { network: { subnets: { app: 10.1.2.0/24, db: 10.1.1.0/24 } } }"),
            ("another name of a subnet", "azure: { network: { subnets: { app: ~, web: 10.1.1.0/24 } } }"),
            ("a larger GatewaySubnet", "azure: { network: { gatewaySubnet: 10.1.255.0/26 } }"),
            ("another GatewaySubnet", "azure: { network: { gatewaySubnet: 10.1.254.0/27 } }"),
            ("networks behind the VNet", "azure: { behind: [10.30.0.0/16] }"),
            ("a spoke", "azure: { network: { spokes: [{ name: data, cidr: 10.8.0.0/16 }] } }")),
        .. From(Divided.With("azure: { network: { subnets: { db: 10.1.2.0/24 } } }"), "Networks in Azure",
            ("remove a subnet", "azure: { network: { subnets: { app: ~ } } }")),
        .. From(Divided.With("azure: { network: { spokes: [{ name: data, cidr: 10.8.0.0/16 }, { name: web, cidr: 10.7.0.0/16 }] } }"), "Networks in Azure",
            ("remove the first of two spokes", "azure: { network: { spokes: [{ name: web, cidr: 10.7.0.0/16 }] } }"),
            ("another range of a spoke", "azure: { network: { spokes: [{ name: data, cidr: 10.18.0.0/16 }, { name: web, cidr: 10.7.0.0/16 }] } }"),
            ("a second VNet range under spokes", "azure: { network: { cidr: ~, cidrs: [10.1.0.0/16, 10.5.0.0/16] } }")),
    ];
}
