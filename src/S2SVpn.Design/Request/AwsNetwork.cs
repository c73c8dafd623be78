using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A VPC."), Shorthand(nameof(Cidrs))]
public sealed record AwsNetwork
{
    [Description("The id of an existing VPC; only what the link needs is changed in it.")]
    [Pattern("^vpc-[0-9a-z]+$", "the id of a VPC, such as vpc-0a1b2c3d4e5f60718")]
    public string? Existing { get; init; }

    [Description("The networks of the VPC. The first can't be changed without replacing it.")]
    [Singular("cidr")]
    public required ValueList<Cidr> Cidrs { get; init; }

    [Description("Subnets by name. Without any, a new VPC gets one named app.")]
    public ValueMap<AwsSubnet> Subnets { get; init; } = [];

    [Description("Whether a new VPC gets an internet gateway.")]
    public bool InternetGateway { get; init; }

    [Description("Route tables of an existing VPC that get routes to Azure; new subnets use the first.")]
    [Pattern("^rtb-[0-9a-z]+$", "the id of a route table, such as rtb-0a1b2c3d4e5f60718")]
    public ValueList<string> RouteTables { get; init; } = [];

    [Description("Security groups of an existing VPC that get the rules for access.")]
    [Pattern("^sg-[0-9a-z]+$", "the id of a security group, such as sg-0a1b2c3d4e5f60718")]
    public ValueList<string> SecurityGroups { get; init; } = [];
}

[Description("A subnet of a VPC."), Shorthand(nameof(Cidr))]
public sealed record AwsSubnet
{
    [Description("Its network. Left out, a free /24 of the VPC; set it, so that it never moves.")]
    public Cidr? Cidr { get; init; }

    [Description("Its zone, as a letter (a) or in full (eu-central-1a). Left out, AWS chooses that of the first subnet, and further ones take the zones in turn.")]
    [Pattern($"^({AwsSite.RegionForm})?[a-z]$", "an availability zone, such as a or eu-central-1a; Local Zones, Wavelength Zones and zone ids such as euc1-az1 are not supported")]
    public string? Zone { get; init; }

    [Description("The id of an existing subnet.")]
    [Pattern("^subnet-[0-9a-z]+$", "the id of a subnet, such as subnet-0a1b2c3d4e5f60718")]
    public string? Existing { get; init; }
}
