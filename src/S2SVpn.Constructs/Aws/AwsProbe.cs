using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>A test machine in AWS. Nothing on it is worth keeping: a change of what it installs replaces it.</summary>
internal sealed class AwsProbe : Construct
{
    // Ubuntu has a new image every few weeks.
    private static readonly string[] Ignored = ["ami"];

    internal AwsProbe(Construct scope, string id, ProbePlan plan, AwsProbePlace place) : base(scope, id)
    {
        var instance = new Instance(this, "Resource", new InstanceConfig
        {
            Provider = place.Site.Provider,
            Region = place.Site.Region,
            Ami = place.Image,
            InstanceType = plan.Size,
            SubnetId = place.SubnetId,
            PrivateIp = plan.Address?.ToString(),
            VpcSecurityGroupIds = [.. place.SecurityGroupIds],
            KeyName = place.KeyName,
            UserData = ProbeSoftware.CloudInit,
            UserDataReplaceOnChange = true,
            MetadataOptions = new InstanceMetadataOptions { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 1 },
            RootBlockDevice = new InstanceRootBlockDevice { VolumeType = "gp3", Encrypted = true },
            Tags = AwsNames.Tag(plan.Name),
            // A machine takes its key at its first start, and the name of the key stays when the key changes.
            Lifecycle = ReplacementOrder.ReplacedBy([place.KeyId], new TerraformResourceLifecycle { IgnoreChanges = Ignored }),
            DependsOn = [place.Order, .. place.InternetGateway is null ? [] : new[] { place.InternetGateway }],
        });
        Machine = new ProbeMachine(plan.Key, plan.Address?.ToString() ?? instance.PrivateIp, plan.PublicIp is null ? null : Address(plan.PublicIp, instance, place))
        {
            ProxyCommand = plan.PublicIp is null && place.ProxyCommand is { } command ? $"{command} {instance.Id}" : null,
        };
    }

    public ProbeMachine Machine { get; }

    // Without the internet gateway AWS neither gives an address to a machine, nor lets the gateway go before the address.
    private string Address(string name, Instance instance, AwsProbePlace place) => new Eip(this, "address", new EipConfig
    {
        Provider = place.Site.Provider,
        Region = place.Site.Region,
        Domain = "vpc",
        Instance = instance.Id,
        Tags = AwsNames.Tag(name),
        DependsOn = place.InternetGateway is null ? null : [place.InternetGateway],
    }).PublicIp;
}
