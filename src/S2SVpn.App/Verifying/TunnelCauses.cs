using S2SVpn.Design.Request;

namespace S2SVpn.App.Verifying;

/// <summary>What is likely wrong with a tunnel that is down, by what its cloud says.</summary>
internal static class TunnelCauses
{
    // What AWS writes is in docs.aws.amazon.com/vpn/latest/s2svpn/log-contents.html and in the console's tunnel details.
    public static string OfAws(string? message, Routing routing)
    {
        var said = message?.ToUpperInvariant() ?? "";
        return said switch
        {
            _ when said.Contains("IPSEC IS UP", StringComparison.Ordinal) && routing == Routing.Bgp =>
                "IPsec stands and BGP does not: an AS number or an inside address differs at the two ends. Compare the output tunnels with the gateway's custom BGP addresses.",
            _ when said.Contains("IPSEC IS DOWN", StringComparison.Ordinal) || said.Length == 0 =>
                "No IPsec: in the first minutes after an apply, wait; later, the keys or the proposals of the two ends differ, or one of their public addresses is not the other's. The tunnel's activity log says which (link.tunnels.logs).",
            _ when said.Contains("PHASE 1", StringComparison.Ordinal) || said.Contains("IKE", StringComparison.Ordinal) =>
                "IKE fails: the key, the IKE proposal or the peer's public address differs at the two ends.",
            _ when said.Contains("PHASE 2", StringComparison.Ordinal) => "IKE stands and ESP fails: its proposal or the traffic selectors differ at the two ends.",
            _ => "AWS's message above says what it waits for.",
        };
    }

    public static string OfAzure(string? status) => status switch
    {
        "Connecting" => "Azure is starting the tunnel. If this lasts longer than five minutes, the keys or the proposals of the two ends differ.",
        "NotConnected" => "Azure has no tunnel: the key, the policy or the address of the local network gateway differs from AWS's. The gateway's IKE log says which (monitoring.diagnostics).",
        _ => "Azure does not know yet: its status follows by some minutes. Ask again.",
    };
}
