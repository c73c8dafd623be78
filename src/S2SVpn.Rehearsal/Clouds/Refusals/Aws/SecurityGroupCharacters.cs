using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The characters that AWS takes in names and descriptions of groups and rules.</summary>
public sealed partial class SecurityGroupCharacters : Refusal
{
    private static readonly string[] Arguments = ["name", "description"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Write,
        Types = ["aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
    };

    internal override string? Why(RefusalContext context) => Arguments
        .Where(argument => (argument == "description" || context.Type == "aws_security_group") && context.Values.Text(argument) is { } text && !Allowed().IsMatch(text))
        .Select(argument => $"Invalid {(context.Type == "aws_security_group" ? "security group" : "rule")} {argument}. Valid {argument}s are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{{}}!$*")
        .FirstOrDefault();

    [GeneratedRegex(@"^[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{0,255}$")]
    private static partial Regex Allowed();
}
