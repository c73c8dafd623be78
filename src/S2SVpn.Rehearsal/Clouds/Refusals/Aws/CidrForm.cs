using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A network begins with its first address. The provider checks it.</summary>
public sealed class CidrForm : Refusal
{
    private static readonly string[] Arguments = ["cidr_block", "destination_cidr_block", "cidr_ipv4", "local_ipv4_network_cidr", "remote_ipv4_network_cidr"];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_*"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/verify/validate.go",
    };

    internal override string? Why(RefusalContext context) => Arguments
        .Where(argument => context.Values.Text(argument) is { Length: > 0 } text && !text.Contains(':', StringComparison.Ordinal) && !Cidr.TryParse(text, out _, out _))
        .Select(argument => $"\"{context.Values.Text(argument)}\" is not a valid CIDR block ({argument})")
        .FirstOrDefault();
}
