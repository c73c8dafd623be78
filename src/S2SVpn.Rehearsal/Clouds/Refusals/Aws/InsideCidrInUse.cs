using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

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
