using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// An EC2 Instance Connect endpoint: the way to test machines without a public address, for whom IAM lets through. It
/// costs nothing (docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html), and reaches
/// the SSH port of the test machines alone.
/// </summary>
internal sealed class AwsInstanceConnect : Construct
{
    private const int Ssh = 22;
    private const string Description = "SSH to probes through EC2 Instance Connect";

    /// <param name="scope">The test machines.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    /// <param name="plan">What to build.</param>
    /// <param name="network">The network of the machines.</param>
    /// <param name="machinesGroupId">The security group that all of the machines have.</param>
    /// <param name="place">Where it is made.</param>
    internal AwsInstanceConnect(Construct scope, string id, InstanceConnectPlan plan, AwsNetwork network, string machinesGroupId, AwsResourceScope place) : base(scope, id)
    {
        var group = new SecurityGroup(this, "group", new SecurityGroupConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Name = plan.SecurityGroup,
            Description = Description,
            VpcId = network.VpcId,
            Tags = AwsNames.Tag(plan.SecurityGroup),
        }).Id;
        AddRule("to-machines", FlowDirection.Outbound, group, machinesGroupId);
        AddRule("at-machines", FlowDirection.Inbound, machinesGroupId, group);
        _ = new Ec2InstanceConnectEndpoint(this, "Resource", new Ec2InstanceConnectEndpointConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            SubnetId = network.SubnetId(plan.Subnet),
            SecurityGroupIds = [group],
            // Else the machines would see the address of whoever logs in, which their filters don't know.
            PreserveClientIp = false,
            Tags = AwsNames.Tag(plan.Name),
        });

        void AddRule(string rule, FlowDirection direction, string own, string other) => new AwsSecurityGroupRule
        {
            Direction = direction,
            Group = own,
            OtherGroup = other,
            Description = Description,
            Protocol = "tcp",
            FirstPort = Ssh,
            LastPort = Ssh,
        }.Make(this, rule, place);
    }
}
