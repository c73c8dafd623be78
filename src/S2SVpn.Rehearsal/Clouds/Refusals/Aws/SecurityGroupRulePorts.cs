using System.Globalization;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A range of ports begins with its lower end; all types of ICMP have all codes.</summary>
public sealed class SecurityGroupRulePorts : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Write,
        Types = ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    };

    internal override string? Why(RefusalContext context) => (context.Values.Text("ip_protocol"), context.Values.Number("from_port"), context.Values.Number("to_port")) switch
    {
        ("tcp" or "udp" or "6" or "17", { } from, { } to) when from > to || from < 0 => string.Create(CultureInfo.InvariantCulture, $"Invalid TCP/UDP port range ({from}:{to})"),
        ("icmp" or "icmpv6" or "1" or "58", -1, { } code and not -1) => string.Create(CultureInfo.InvariantCulture, $"ICMP code ({code}) must be -1 (all codes) where the ICMP type is -1 (all types)."),
        _ => null,
    };
}
