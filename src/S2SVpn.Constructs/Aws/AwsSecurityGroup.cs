using Constructs;
using S2SVpn.Design;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// A security group for machines, or an existing one that gets further rules. Rules stand alone: inline ones
/// and others' rules would remove each other at every apply.
/// </summary>
public sealed class AwsSecurityGroup : Construct
{
    internal AwsSecurityGroup(Construct scope, string id, SecurityGroupPlan plan, string vpcId, AwsResourceScope place, string? existing = null)
        : base(scope, id)
    {
        Id = existing ?? new SecurityGroup(this, "Resource", new SecurityGroupConfig
        {
            Provider = place.Provider,
            Region = place.Region,
            Name = plan.Name,
            Description = "What may cross the VPN",
            VpcId = vpcId,
            Tags = AwsNames.Tag(plan.Name!),
            // AWS deletes none that a machine is in: its machines move over to the new one first.
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true },
        }).Id;
        foreach (var rule in plan.Rules)
        {
            AddRule(rule, place);
        }
    }

    /// <summary>The id of the security group.</summary>
    public string Id { get; }

    private void AddRule(SecurityGroupRulePlan rule, AwsResourceScope place)
    {
        var protocol = rule.Service.Protocol == Protocol.Any ? "-1" : Words.Of(rule.Service.Protocol);
        // For ICMP the two are type and code, and -1 is any; without ports, as for all protocols, there are none.
        double? first = rule.Service.Protocol == Protocol.Icmp ? -1 : rule.Service.Ports?.First;
        double? last = rule.Service.Protocol == Protocol.Icmp ? -1 : rule.Service.Ports?.Last;
        new AwsSecurityGroupRule
        {
            Direction = rule.Direction,
            Group = Id,
            Network = rule.Remote.ToString(),
            Description = rule.Description,
            Protocol = protocol,
            FirstPort = first,
            LastPort = last,
        }.Make(this, rule.Key, place);
    }
}
