using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>What AWS takes as a key. The provider checks it, and never shows it.</summary>
public sealed partial class PresharedKey : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
    };

    private static readonly string[] Names = ["tunnel1_preshared_key", "tunnel2_preshared_key"];

    internal override string? Why(RefusalContext context) => Names
        .Where(name => context.Values.Text(name) is { } key && !Allowed().IsMatch(key))
        .Select(name => $"\"{name}\" must be 8 to 64 letters, digits, periods and underscores, and must not start with a zero")
        .FirstOrDefault();

    [GeneratedRegex("^(?!0)[A-Za-z0-9._]{8,64}$")]
    private static partial Regex Allowed();
}
