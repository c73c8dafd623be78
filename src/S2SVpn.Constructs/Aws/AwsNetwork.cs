using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;
using HashiCorp.Cdktf.Providers.Aws.RouteTableAssociation;
using HashiCorp.Cdktf.Providers.Aws.Subnet;
using HashiCorp.Cdktf.Providers.Aws.Vpc;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A VPC with its subnets, and the route table that they use.</summary>
public sealed class AwsNetwork : Construct
{
    internal AwsNetwork(Construct scope, string id, AwsNetworkPlan plan, TerraformProvider? provider) : base(scope, id)
    {
        VpcId = new Vpc(this, "vpc", new VpcConfig
        {
            Provider = provider,
            CidrBlock = plan.Cidrs[0].ToString(),
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = AwsTags.Name(plan.Name),
        }).Id;
        RouteTableId = new RouteTable(this, "routes", new RouteTableConfig
        {
            Provider = provider,
            VpcId = VpcId,
            Tags = AwsTags.Name(plan.RouteTable!),
        }).Id;
        foreach (var subnet in plan.Subnets)
        {
            AddSubnet(subnet, provider);
        }
    }

    public string VpcId { get; }

    public string RouteTableId { get; }

    private void AddSubnet(AwsSubnetPlan plan, TerraformProvider? provider)
    {
        var subnet = new Subnet(this, $"subnet-{plan.Key}", new SubnetConfig
        {
            Provider = provider,
            VpcId = VpcId,
            CidrBlock = plan.Cidr!.Value.ToString(),
            AvailabilityZone = plan.Zone,
            Tags = AwsTags.Name(plan.Name),
        });
        _ = new RouteTableAssociation(this, $"subnet-{plan.Key}-routes", new RouteTableAssociationConfig
        {
            Provider = provider,
            SubnetId = subnet.Id,
            RouteTableId = RouteTableId,
        });
    }
}
