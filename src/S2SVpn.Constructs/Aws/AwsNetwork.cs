using Constructs;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A VPC with its subnets and route tables, new or existing. Of an existing one nothing is changed here.</summary>
public sealed class AwsNetwork : Construct
{
    private readonly AwsResourceScope _place;
    private readonly Dictionary<string, string> _subnetIds = [];
    private readonly Dictionary<string, string> _newSubnets = [];
    private readonly ReplacementOrder? _order;

    internal AwsNetwork(Construct scope, string id, AwsNetworkPlan plan, AwsResourceScope place, StackReferences references) : base(scope, id)
    {
        Plan = plan;
        _place = place;
        VpcId = plan.Existing is { } existing ? references.Find(existing) ?? ExistingVpc(existing) : NewVpc();
        RouteTables = plan.RouteTable is { } name ? [NewRouteTable(name)] : [.. plan.ExistingRouteTables.Select(table => new AwsRouteTable(table, references.Of(table)))];
        _order = plan.Subnets.All(subnet => subnet.Existing is not null) ? null : new ReplacementOrder(
            this, "order", plan.Subnets.Where(subnet => subnet.Existing is null).Select(subnet => (subnet.Key, $"{subnet.Cidr}")));
        var further = plan.Existing is null ? plan.Cidrs.Skip(1).Select(NewCidr).ToArray() : [];
        foreach (var subnet in plan.Subnets)
        {
            _subnetIds[subnet.Key] = subnet.Existing is { } existingSubnet ? references.Of(existingSubnet) : NewSubnet(subnet, further);
        }

        if (plan.InternetGateway is { } gateway)
        {
            AddInternetGateway(gateway);
        }
    }

    /// <summary>The id of the VPC.</summary>
    public string VpcId { get; }

    /// <summary>The route tables that learn the way to the peers: the new VPC's own one, or those of the request.</summary>
    public IReadOnlyList<AwsRouteTable> RouteTables { get; }

    /// <summary>What leads to the internet; null for nothing that is made here.</summary>
    internal ITerraformDependable? InternetGateway { get; private set; }

    /// <summary>All that has to be there before a machine reaches the internet, of what is made here.</summary>
    internal IReadOnlyList<ITerraformDependable> WaysOut { get; private set; } = [];

    internal AwsNetworkPlan Plan { get; }

    /// <summary>The ids of all subnets, by their names in the request.</summary>
    public IReadOnlyDictionary<string, string> SubnetIds => _subnetIds;

    /// <summary>The id of a subnet that is made here, by its name, for what goes with it.</summary>
    internal IReadOnlyList<string> NewSubnetId(string name) => _newSubnets.TryGetValue(name, out var address) ? [$"{address}.id"] : [];

    /// <summary>The id of a subnet, by its name in the request.</summary>
    public string SubnetId(string name) => _subnetIds[name];

    /// <summary>
    /// The ids of those subnets, one of each zone. Where AWS chooses a zone, only Terraform can tell which ones those are.
    /// </summary>
    internal string[] OneOfEachZone(IEnumerable<string> names)
    {
        var subnets = Plan.Subnets.Where(subnet => names.Contains(subnet.Key)).ToList();
        var made = subnets.Where(subnet => _newSubnets.ContainsKey(subnet.Key)).ToList();
        if (made.Count < 2 || made.TrueForAll(subnet => subnet.Zone is not null))
        {
            return [.. names.Select(SubnetId)];
        }

        var byZone = $"{{for subnet in [{string.Join(", ", made.Select(subnet => _newSubnets[subnet.Key]))}] : subnet.availability_zone => subnet.id...}}";
        var existing = string.Join(", ", subnets.Except(made).Select(subnet => $"\"{SubnetId(subnet.Key)}\""));
        return Token.AsList($"${{concat([{existing}], [for same in values({byZone}) : same[0]])}}");
    }

    private string NewVpc() => new Vpc(this, "vpc", new VpcConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        CidrBlock = Plan.Cidrs[0].ToString(),
        EnableDnsSupport = true,
        EnableDnsHostnames = true,
        Tags = AwsNames.Tag(Plan.Name),
    }).Id;

    // A plan fails where the request has other networks: the tunnels would be made for them.
    private string ExistingVpc(string id) => new DataAwsVpc(this, "vpc", new DataAwsVpcConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        Id = id,
        Lifecycle = ExistingCheck.OfNetworks("self.cidr_block_associations[*].cidr_block", Plan.Cidrs, $"VPC {id}"),
    }).Id;

    private AwsRouteTable NewRouteTable(string name) => new("", new AwsRouteTableResource(this, "routes", new AwsRouteTableResourceConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        VpcId = VpcId,
        Tags = AwsNames.Tag(name),
    }).Id);

    private ITerraformDependable NewCidr(Cidr cidr) => new VpcIpv4CidrBlockAssociation(this, $"cidr-{AwsNames.Id(cidr)}", new VpcIpv4CidrBlockAssociationConfig
    {
        Provider = _place.Provider,
        Region = _place.Region,
        VpcId = VpcId,
        CidrBlock = cidr.ToString(),
    });

    // A subnet may lie in one of the further networks, which have to be there first.
    private string NewSubnet(AwsSubnetPlan plan, ITerraformDependable[] further)
    {
        var subnet = new AwsSubnetResource(this, $"subnet-{plan.Key}", new AwsSubnetResourceConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            VpcId = VpcId,
            CidrBlock = plan.Cidr!.ToString(),
            AvailabilityZone = plan.Zone,
            Tags = AwsNames.Tag(plan.Name),
            DependsOn = [_order!.Dependable, .. further],
        });
        var id = subnet.Id;
        _newSubnets.Add(plan.Key, ReplacementOrder.AddressOf(subnet));
        // Without one it uses the VPC's main route table.
        if (RouteTables.Count > 0)
        {
            _ = new RouteTableAssociation(this, $"subnet-{plan.Key}-routes", new RouteTableAssociationConfig
            {
                Provider = _place.Provider,
                Region = _place.Region,
                SubnetId = id,
                RouteTableId = RouteTables[0].Id,
            });
        }

        return id;
    }

    private void AddInternetGateway(string name)
    {
        var gateway = new InternetGateway(this, "internet", new InternetGatewayConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            VpcId = VpcId,
            Tags = AwsNames.Tag(name),
        });
        InternetGateway = gateway;
        WaysOut = [gateway, .. AwsRoutes.Add(this, this, AwsRouteTarget.InternetGateway, route => route.GatewayId = gateway.Id, _place)];
    }
}
