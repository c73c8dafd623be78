using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The networks that AWS accepts inside a tunnel (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, "Inside tunnel IPv4 CIDR").</summary>
internal static class AwsInsideNetworks
{
    private const int PrefixLength = 30;

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    private static readonly HashSet<string> Reserved =
    [
        "169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30", "169.254.169.252/30",
    ];

    public static IEnumerable<Cidr> All => LinkLocal.Split(PrefixLength).Where(Has);

    public static bool Has(Cidr cidr) => cidr.PrefixLength == PrefixLength && LinkLocal.Contains(cidr) && !Reserved.Contains($"{cidr}");
}

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

/// <summary>No two tunnels of one VPN gateway have the same network inside.</summary>
public sealed class InsideCidrInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
    };

    private static readonly string[] Names = ["tunnel1_inside_cidr", "tunnel2_inside_cidr"];

    internal override string? Why(RefusalContext context)
    {
        var gateway = context.Values.Text("vpn_gateway_id");
        string[] own = [.. Of(context.Values)];
        var taken = context.Others.Where(other => gateway is not null && other.Values.Text("vpn_gateway_id") == gateway)
            .SelectMany(other => Of(other.Values))
            .ToHashSet();
        var clash = own.FirstOrDefault(taken.Contains) ?? (own.Length == 2 && own[0] == own[1] ? own[0] : null);
        return clash is null ? null : $"The inside network {clash} is in use on {gateway ?? "this connection"} already.";
    }

    private static IEnumerable<string> Of(Attributes connection) => Names.Select(connection.Text).OfType<string>();
}
