using S2SVpn.Design.Network;

namespace S2SVpn.Design.Layout;

/// <summary>The network of an AWS site with what the request leaves open filled in.</summary>
internal sealed record AwsNetworkLayout
{
    public required ValueList<SubnetLayout> Subnets { get; init; }

    /// <summary>Every network that is reached through the site: the VPC's, then those behind it.</summary>
    public required ValueList<Cidr> Prefixes { get; init; }

    public SubnetLayout? Subnet(string name) => Subnets.FirstOrDefault(subnet => subnet.Name == name);
}
