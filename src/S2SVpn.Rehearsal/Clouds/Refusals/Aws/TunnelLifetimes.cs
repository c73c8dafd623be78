using System.Globalization;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A tunnel renews its data keys more often than its own, and begins with it in the last half of their time.</summary>
public sealed class TunnelLifetimes : Refusal
{
    private static readonly string[] Tunnels = ["tunnel1", "tunnel2"];

    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html",
    };

    internal override string? Why(RefusalContext context) => Tunnels.Select(tunnel => Why(context.Values, tunnel)).FirstOrDefault(why => why is not null);

    private static string? Why(Attributes connection, string tunnel)
    {
        // What AWS takes where nothing is given.
        var (first, second, margin) = (Of(connection, $"{tunnel}_phase1_lifetime_seconds", 28800), Of(connection, $"{tunnel}_phase2_lifetime_seconds", 3600), Of(connection, $"{tunnel}_rekey_margin_time_seconds", 270));
        return second >= first ? string.Create(CultureInfo.InvariantCulture, $"{tunnel}: the phase 2 lifetime ({second}) must be less than the phase 1 lifetime ({first}).")
            : margin > second / 2 ? string.Create(CultureInfo.InvariantCulture, $"{tunnel}: the rekey margin time ({margin}) must not be more than half of the phase 2 lifetime ({second}).")
            : null;
    }

    private static decimal Of(Attributes connection, string name, decimal otherwise) => connection.Number(name) is { } number and > 0 ? number : otherwise;
}
