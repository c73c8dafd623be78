using System.Text;
using S2SVpn.Design;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>The connections of a machine, as swanctl reads them (docs.strongswan.org/docs/latest/swanctl/swanctlConf.html). Its keys are elsewhere.</summary>
internal static class SwanctlConfiguration
{
    // A share of the peer's time: the rest is for repeated questions.
    private const int DeadPeerShare = 3;
    private const int LeastDelay = 10;

    public static string Of(ApplianceMachine machine)
    {
        var text = new StringBuilder("connections {\n");
        foreach (var tunnel in machine.Tunnels)
        {
            Add(text, machine, tunnel);
        }

        return text.Append("}\ninclude /run/s2s/keys.conf\n").ToString();
    }

    private static void Add(StringBuilder text, ApplianceMachine machine, ApplianceTunnel tunnel)
    {
        var (plan, crypto, proposals) = (tunnel.Plan, tunnel.Crypto, StrongswanProposals.From(tunnel.Crypto));
        var margin = plan.RekeyMarginSeconds;
        var spread = margin * plan.RekeyFuzzPercent / 100;
        var start = plan.Starts ? "start" : "none";
        void Line(int depth, string line) => text.Append(' ', 2 * depth).Append(line).Append('\n');

        Line(1, $"{plan.Interface} {{");
        Line(2, $"version = {(crypto.Ike.Version == IkeVersion.Ikev1 ? 1 : 2)}");
        Line(2, $"local_addrs = {machine.PrivateIp}");
        Line(2, $"remote_addrs = {tunnel.PeerIp}");
        Line(2, $"proposals = {proposals.Ike}");
        Line(2, $"rekey_time = {Rekey(crypto.Ike.LifetimeSeconds, margin)}s");
        Line(2, $"over_time = {margin}s");
        Line(2, $"rand_time = {spread}s");
        Line(2, $"dpd_delay = {Math.Max(LeastDelay, plan.DpdTimeoutSeconds / DeadPeerShare)}s");
        Line(2, "keyingtries = 0");
        Line(2, "mobike = no");
        Line(2, "unique = replace");
        Line(2, "local {");
        Line(3, "auth = psk");
        // AWS translates the address: the peer knows the machine by the Elastic IP.
        Line(3, $"id = {machine.PublicIp}");
        Line(2, "}");
        Line(2, "remote {");
        Line(3, "auth = psk");
        Line(3, $"id = {tunnel.PeerIp}");
        Line(2, "}");
        Line(2, "children {");
        Line(3, $"{plan.Interface} {{");
        Line(4, $"local_ts = {Selector(machine, plan.Selectors, own: true)}");
        Line(4, $"remote_ts = {Selector(machine, plan.Selectors, own: false)}");
        Line(4, $"esp_proposals = {proposals.Esp}");
        Line(4, $"rekey_time = {Rekey(crypto.Esp.LifetimeSeconds, margin)}s");
        Line(4, $"life_time = {crypto.Esp.LifetimeSeconds}s");
        Line(4, $"rand_time = {spread}s");
        Line(4, $"if_id_in = {plan.InterfaceId}");
        Line(4, $"if_id_out = {plan.InterfaceId}");
        Line(4, $"replay_window = {plan.ReplayWindow}");
        Line(4, $"start_action = {start}");
        Line(4, $"close_action = {start}");
        Line(4, $"dpd_action = {DeadPeer(plan.DpdAction)}");
        Line(3, "}");
        Line(2, "}");
        Line(1, "}");
    }

    private static int Rekey(int lifetime, int margin) => Math.Max(lifetime - margin, lifetime / 2);

    private static string DeadPeer(DpdAction action) => action == DpdAction.Restart ? "restart" : "clear";

    private static string Selector(ApplianceMachine machine, ValueList<TrafficSelector> selectors, bool own)
    {
        var aws = own == (machine.Cloud == Design.Catalogue.Cloud.Aws);
        return selectors.Count == 0
            ? Cidr.Any.ToString()
            : string.Join(", ", selectors.SelectMany(selector => aws ? selector.Aws : selector.Azure).Distinct());
    }
}
