using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>The test machines of an AWS site, with the key that may log in and what lets them fetch their tools.</summary>
public sealed class AwsProbes : Construct
{
    private readonly AwsResourceScope _place;

    /// <param name="side">The site that they stand in.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    /// <param name="site">The site's plan.</param>
    /// <param name="publicKey">The SSH key that may log in.</param>
    public AwsProbes(AwsVpnSide side, string id, AwsSitePlan site, string publicKey) : base(side, id)
    {
        ArgumentNullException.ThrowIfNull(side);
        ArgumentNullException.ThrowIfNull(site);
        _place = side.Place;
        var key = new KeyPair(this, "key", new KeyPairConfig
        {
            Provider = _place.Provider,
            Region = _place.Region,
            KeyName = site.Ssh!.KeyName,
            PublicKey = publicKey,
            Tags = AwsNames.Tag(site.Ssh.KeyName),
        });
        string[] own = [.. site.SecurityGroups.Where(IsForProbes).Select(filter => new AwsSecurityGroup(this, "filter", filter, side.Network.VpcId, _place).Id)];
        if (site.InstanceConnect is { } connect)
        {
            _ = new AwsInstanceConnect(this, "connect", connect, side.Network, own[0], _place);
        }

        var order = new ReplacementOrder(this, "order", site.Probes.Select(probe => (probe.Key, $"{probe.Address}"))).Dependable;
        var images = new AwsUbuntuImage(this, _place);
        Machines =
        [
            .. site.Probes.Select(probe => new AwsProbe(this, $"probe-{probe.Key}", probe, new AwsProbePlace(
                images.Of(probe.Size),
                side.Network.SubnetId(probe.Subnet),
                side.SecurityGroups.TryGetValue(probe.Subnet, out var filter) ? [filter.Id, .. own] : own,
                key.KeyName,
                $"aws_key_pair.{key.FriendlyUniqueId}.key_pair_id",
                order,
                side.Network.InternetGateway,
                site.InstanceConnect is null ? null : ProxyCommand(site),
                _place)).Machine),
        ];
    }

    /// <summary>The machines, in the order of the plan.</summary>
    public IReadOnlyList<ProbeMachine> Machines { get; }

    // The one without a subnet; that of the network's own groups has no name.
    private static bool IsForProbes(SecurityGroupPlan filter) => filter.Kind == SecurityGroupKind.Probes;

    private static string ProxyCommand(AwsSitePlan site) =>
        $"aws ec2-instance-connect open-tunnel --region {site.Region}{(site.Profile is null ? "" : $" --profile {site.Profile}")} --instance-id";
}
