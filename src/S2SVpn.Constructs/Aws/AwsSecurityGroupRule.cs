using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A rule of a security group, in either direction.</summary>
internal sealed record AwsSecurityGroupRule
{
    public required FlowDirection Direction { get; init; }

    /// <summary>The id of the group that has it.</summary>
    public required string Group { get; init; }

    public required string Description { get; init; }

    public required string Protocol { get; init; }

    public required double? FirstPort { get; init; }

    public required double? LastPort { get; init; }

    /// <summary>The network at the other end; null where it is a group.</summary>
    public string? Network { get; init; }

    /// <summary>The id of the group at the other end.</summary>
    public string? OtherGroup { get; init; }

    public void Make(Construct scope, string id, AwsResourceScope place)
    {
        if (Direction == FlowDirection.Inbound)
        {
            _ = new VpcSecurityGroupIngressRule(scope, id, new VpcSecurityGroupIngressRuleConfig
            {
                Provider = place.Provider,
                Region = place.Region,
                SecurityGroupId = Group,
                Description = Description,
                CidrIpv4 = Network,
                ReferencedSecurityGroupId = OtherGroup,
                IpProtocol = Protocol,
                FromPort = FirstPort,
                ToPort = LastPort,
            });
        }
        else
        {
            _ = new VpcSecurityGroupEgressRule(scope, id, new VpcSecurityGroupEgressRuleConfig
            {
                Provider = place.Provider,
                Region = place.Region,
                SecurityGroupId = Group,
                Description = Description,
                CidrIpv4 = Network,
                ReferencedSecurityGroupId = OtherGroup,
                IpProtocol = Protocol,
                FromPort = FirstPort,
                ToPort = LastPort,
            });
        }
    }
}
