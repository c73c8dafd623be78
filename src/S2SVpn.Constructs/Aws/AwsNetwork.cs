using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.InternetGateway;
using HashiCorp.Cdktf.Providers.Aws.Route;
using HashiCorp.Cdktf.Providers.Aws.RouteTable;
using HashiCorp.Cdktf.Providers.Aws.RouteTableAssociation;
using HashiCorp.Cdktf.Providers.Aws.Subnet;
using HashiCorp.Cdktf.Providers.Aws.Vpc;
using HashiCorp.Cdktf.Providers.Aws.VpcIpv4CidrBlockAssociation;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A VPC with its subnets, and the route table that they use.</summary>
public sealed class AwsNetwork : Construct
{
    private readonly TerraformProvider? _provider;
    private readonly Dictionary<string, string> _subnetIds = [];

    internal AwsNetwork(Construct scope, string id, AwsNetworkPlan plan, TerraformProvider? provider) : base(scope, id)
    {
        Plan = plan;
        _provider = provider;
        VpcId = new Vpc(this, "vpc", new VpcConfig
        {
            Provider = provider,
            CidrBlock = plan.Cidrs[0].ToString(),
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = AwsNames.Tag(plan.Name),
        }).Id;
        RouteTableId = new RouteTable(this, "routes", new RouteTableConfig
        {
            Provider = provider,
            VpcId = VpcId,
            Tags = AwsNames.Tag(plan.RouteTable!),
        }).Id;
        var further = plan.Cidrs.Skip(1).Select(cidr => new VpcIpv4CidrBlockAssociation(this, $"cidr-{AwsNames.Id(cidr)}", new VpcIpv4CidrBlockAssociationConfig
        {
            Provider = provider,
            VpcId = VpcId,
            CidrBlock = cidr.ToString(),
        })).ToArray();
        foreach (var subnet in plan.Subnets)
        {
            AddSubnet(subnet, further);
        }

        if (plan.InternetGateway is { } name)
        {
            AddInternetGateway(name);
        }
    }

    public string VpcId { get; }

    public string RouteTableId { get; }

    internal AwsNetworkPlan Plan { get; }

    /// <summary>The id of a subnet, by its name in the request.</summary>
    public string SubnetId(string name) => _subnetIds[name];

    // A subnet may lie in one of the further networks, which have to be there first.
    private void AddSubnet(AwsSubnetPlan plan, ITerraformDependable[] further)
    {
        var id = new Subnet(this, $"subnet-{plan.Key}", new SubnetConfig
        {
            Provider = _provider,
            VpcId = VpcId,
            CidrBlock = plan.Cidr!.Value.ToString(),
            AvailabilityZone = plan.Zone,
            Tags = AwsNames.Tag(plan.Name),
            DependsOn = further.Length == 0 ? null : further,
        }).Id;
        _subnetIds[plan.Key] = id;
        _ = new RouteTableAssociation(this, $"subnet-{plan.Key}-routes", new RouteTableAssociationConfig
        {
            Provider = _provider,
            SubnetId = id,
            RouteTableId = RouteTableId,
        });
    }

    private void AddInternetGateway(string name)
    {
        var gateway = new InternetGateway(this, "internet", new InternetGatewayConfig
        {
            Provider = _provider,
            VpcId = VpcId,
            Tags = AwsNames.Tag(name),
        });
        foreach (var route in Plan.Routes.Where(route => route.Target == AwsRouteTarget.InternetGateway))
        {
            _ = new Route(this, $"route-{AwsNames.Id(route.Destination)}", new RouteConfig
            {
                Provider = _provider,
                RouteTableId = RouteTableId,
                DestinationCidrBlock = route.Destination.ToString(),
                GatewayId = gateway.Id,
            });
        }
    }
}
