namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A security group has a rule once.</summary>
public sealed class DuplicateSecurityGroupRule : Refusal
{
    private static readonly string[] Sources = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];
    private static readonly string[] Parts = [.. Sources, "security_group_id", "ip_protocol", "from_port", "to_port"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidPermission.Duplicate",
        When = RefusalTime.Write,
        Types = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("security_group_id") is { } group && context.Others.Any(other => Parts.All(part => other.Values[part] == context.Values[part]))
            ? $"the specified rule \"peer: {Sources.Select(context.Values.Text).FirstOrDefault(source => source is not null)}, {context.Values.Text("ip_protocol")}, from port: {context.Values["from_port"]}, to port: {context.Values["to_port"]}, ALLOW\" of {group} already exists"
            : null;
}
