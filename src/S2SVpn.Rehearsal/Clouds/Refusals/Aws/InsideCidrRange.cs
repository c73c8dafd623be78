using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Where the inside of a tunnel can lie. The provider checks it.</summary>
public sealed class InsideCidrRange : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
    };

    private static readonly string[] Names = ["tunnel1_inside_cidr", "tunnel2_inside_cidr"];

    internal override string? Why(RefusalContext context) => Names
        .Where(name => context.Values.Text(name) is { } text && !IsAccepted(text))
        .Select(name => $"\"{name}\" must be a /30 in 169.254.0.0/16 that AWS does not reserve, got {context.Values.Text(name)}")
        .FirstOrDefault();

    private static bool IsAccepted(string text) => Cidr.TryParse(text, out var cidr, out _) && AwsInsideNetworks.Has(cidr);
}
