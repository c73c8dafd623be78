using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// A machine of an appliance. Its addresses are of its network interface, which stays when the machine is made anew: peers and routes keep
/// what they know.
/// </summary>
internal sealed class AwsApplianceMachine : Construct
{
    // Ubuntu has a new image every few weeks; the machine updates itself.
    private static readonly string[] Ignored = ["ami"];

    private readonly AwsResourceScope _place;
    private readonly Eip _address;
    private readonly AwsNetworkInterfaceResource _interface;

    public AwsApplianceMachine(
        Construct scope, string id, ApplianceMachinePlan plan, string partition, AwsNetwork network, string filter, ReplacementOrder order, AwsResourceScope place) : base(scope, id)
    {
        (Plan, _place) = (plan, place);
        _interface = new AwsNetworkInterfaceResource(this, "interface", new AwsNetworkInterfaceResourceConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            SubnetId = network.SubnetId(plan.Subnet),
            PrivateIps = plan.Address is null ? null : [plan.Address.Value.ToString()],
            SecurityGroups = [filter],
            // It forwards what is neither from nor for itself.
            SourceDestCheck = false,
            Description = plan.Name,
            Tags = AwsNames.Tag(plan.Name),
            DependsOn = [order.Dependable],
            // AWS changes neither the subnet nor the first address of one.
            Lifecycle = ReplacementOrder.ReplacedBy(order.Of(Key(plan))),
        });
        InterfaceId = _interface.Id;
        InterfaceAddress = $"{ReplacementOrder.AddressOf(_interface)}.id";
        PrivateIp = plan.Address?.ToString() ?? _interface.PrivateIp;
        _address = new Eip(this, "address", new EipConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Domain = "vpc",
            NetworkInterface = InterfaceId,
            Tags = AwsNames.Tag(plan.PublicIp),
            // Without the internet gateway AWS neither gives an address, nor lets the gateway go before the address.
            DependsOn = network.InternetGateway is null ? null : [network.InternetGateway],
        });
        PublicIp = _address.PublicIp;
        Role = new AwsApplianceRole(this, "role", plan.Role, partition, place);
    }

    public ApplianceMachinePlan Plan { get; }

    public string InterfaceId { get; }

    /// <summary>Its interface's id as a text that Terraform follows a replacement by.</summary>
    public string InterfaceAddress { get; }

    public string PrivateIp { get; }

    public string PublicIp { get; }

    public AwsApplianceRole Role { get; }

    /// <summary>The id of the machine, as a reference; empty before it is made.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>Where a machine stands in the order of replacements.</summary>
    public static string Key(ApplianceMachinePlan plan) => $"machine-{plan.Index}";

    /// <summary>Makes the machine itself, once all that it has to know is known.</summary>
    /// <param name="image">The image.</param>
    /// <param name="userData">Its cloud-init configuration.</param>
    /// <param name="key">The name of the key pair that may log in, and the attribute that tells a new one; null for nobody.</param>
    /// <param name="after">What has to be there before.</param>
    public void Start(string image, string userData, (string Name, string Id)? key, IEnumerable<ITerraformDependable> after)
    {
        InstanceId = new Instance(this, "Resource", new InstanceConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            Ami = image,
            InstanceType = Plan.Size,
            IamInstanceProfile = Role.Profile,
            KeyName = key?.Name,
            PrimaryNetworkInterface = new InstancePrimaryNetworkInterface { NetworkInterfaceId = InterfaceId },
            // Packed, because AWS takes no more than 16 KB of it. As a local value it can be read in Terraform's configuration.
            UserDataBase64 = Fn.Base64gzip(new TerraformLocal(this, "user-data", userData).AsString),
            UserDataReplaceOnChange = true,
            MetadataOptions = new InstanceMetadataOptions { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 1 },
            RootBlockDevice = new InstanceRootBlockDevice { VolumeType = "gp3", Encrypted = true },
            Tags = AwsNames.Tag(Plan.Name),
            // A machine takes its key at its first start, and the name of the key stays when the key changes.
            Lifecycle = ReplacementOrder.ReplacedBy(key is { } pair ? [pair.Id] : [], new TerraformResourceLifecycle { IgnoreChanges = Ignored }),
            // It fetches its packages and its keys as soon as it runs.
            DependsOn = [_address, .. Role.Parts, .. after],
        }).Id;
    }
}
