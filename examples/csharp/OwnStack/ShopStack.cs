using Constructs;
using S2SVpn.Constructs;
using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Checking;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace OwnStack;

/// <summary>A stack that has a VPC of its own, and joins it to Azure.</summary>
public sealed class ShopStack : TerraformStack
{
    public ShopStack(Construct scope, string id) : base(scope, id)
    {
        _ = new Cdk.LocalBackend(this, new LocalBackendConfig { Path = "terraform.tfstate" });
        _ = new AwsProvider(this, "provider-aws", new AwsProviderConfig { Region = "eu-central-1" });
        _ = new AzurermProvider(this, "provider-azurerm", new AzurermProviderConfig { Features = new[] { new AzurermProviderFeatures() } });
        _ = new RandomProvider(this, "provider-random");

        // What the stack has without any VPN.
        var vpc = new Vpc(this, "vpc", new VpcConfig { CidrBlock = "10.2.0.0/16", EnableDnsHostnames = true });
        var subnet = new Subnet(this, "app", new SubnetConfig { VpcId = vpc.Id, CidrBlock = "10.2.0.0/24" });
        var routes = new RouteTable(this, "routes", new RouteTableConfig { VpcId = vpc.Id });
        _ = new RouteTableAssociation(this, "app-routes", new RouteTableAssociationConfig { SubnetId = subnet.Id, RouteTableId = routes.Id });
        var servers = new SecurityGroup(this, "servers", new SecurityGroupConfig { VpcId = vpc.Id, Description = "The shop's servers" });

        var plan = CheckedPlan.Create(Request);
        var keys = new PreSharedKeys(this, "keys");
        keys.Add(plan.Link("link"));
        var azure = new AzureVpnSide(this, "azure", new() { Site = plan.AzureSite("azure") });
        var aws = new AwsVpnSide(this, "aws", new()
        {
            Site = plan.AwsSite("aws"),
            References = new()
            {
                ["vpc-own"] = vpc.Id,
                ["subnet-app"] = subnet.Id,
                ["rtb-own"] = routes.Id,
                ["sg-servers"] = servers.Id,
            },
        });
        azure.ConnectTo("link", aws.ConnectTo("link", azure.Endpoints, keys));
    }

    // The ids in it are names of one's own choice: the references above say what each of them is.
    private static VpnRequest Request { get; } = new()
    {
        Name = "shop",
        Aws =
        [
            new("aws", new AwsSite
            {
                Region = "eu-central-1",
                Network = new()
                {
                    Existing = "vpc-own",
                    Cidrs = [Cidr.Parse("10.2.0.0/16")],
                    Subnets = [new("app", new AwsSubnet { Existing = "subnet-app", Cidr = Cidr.Parse("10.2.0.0/24") })],
                    RouteTables = ["rtb-own"],
                    SecurityGroups = ["sg-servers"],
                },
            }),
        ],
        Azure = [new("azure", new AzureSite { Location = "westeurope", Network = new() { Cidrs = [Cidr.Parse("10.1.0.0/16")] } })],
        Access = [new AccessFlow { From = [FlowEnd.Of("azure", "app")], To = [FlowEnd.Of("aws", "app")], Tcp = [new PortRange(443, 443)] }],
    };
}
