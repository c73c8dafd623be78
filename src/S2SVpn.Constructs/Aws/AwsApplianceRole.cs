using Constructs;

namespace S2SVpn.Constructs.Aws;

/// <summary>What a machine may do in AWS: be logged in to by Session Manager, and what its policies add.</summary>
internal sealed class AwsApplianceRole : Construct
{
    private readonly AwsResourceScope _place;
    private readonly IamRole _role;
    private readonly List<ITerraformDependable> _parts = [];

    public AwsApplianceRole(Construct scope, string id, string name, string partition, AwsResourceScope place) : base(scope, id)
    {
        _place = place;
        var service = partition == "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com";
        _role = new IamRole(this, "Resource", new IamRoleConfig
        {
            Provider = place.Provider,
            Name = name,
            Description = "What a machine of the VPN may do",
            AssumeRolePolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""",
            Tags = AwsNames.Tag(name),
        });
        _parts.Add(new IamRolePolicyAttachment(this, "session-manager", new IamRolePolicyAttachmentConfig
        {
            Provider = place.Provider,
            Role = _role.Name,
            // docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
            PolicyArn = $"arn:{partition}:iam::aws:policy/AmazonSSMManagedInstanceCore",
        }));
        Profile = new IamInstanceProfile(this, "profile", new IamInstanceProfileConfig
        {
            Provider = place.Provider,
            Name = name,
            Role = _role.Name,
            Tags = AwsNames.Tag(name),
        }).Name;
    }

    /// <summary>The name of the instance profile.</summary>
    public string Profile { get; }

    /// <summary>All that a machine has to have before it starts.</summary>
    public IReadOnlyList<ITerraformDependable> Parts => _parts;

    /// <summary>Allows something more.</summary>
    /// <param name="name">The policy's name in the role.</param>
    /// <param name="statements">Its statements in JSON.</param>
    public void Allow(string name, IEnumerable<string> statements) => _parts.Add(new IamRolePolicy(this, name, new IamRolePolicyConfig
    {
        Provider = _place.Provider,
        Name = name,
        Role = _role.Id,
        Policy = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""",
    }));
}
