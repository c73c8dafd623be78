using System.Text;
using S2SVpn.Design;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Appliances;

/// <summary>BGP over the tunnels (bird.network.cz, BIRD 2): each end hears and tells the networks of the plan, and no others.</summary>
internal static class BirdConfiguration
{
    public static string Of(ApplianceMachine machine)
    {
        var tunnels = machine.Tunnels.Where(tunnel => tunnel.Routing == Routing.Bgp).ToList();
        var own = tunnels.SelectMany(tunnel => tunnel.LocalNetworks).Distinct().ToList();
        var text = new StringBuilder();
        text.Append($$"""
            log syslog all;
            router id {{machine.PrivateIp}};

            protocol device {
              scan time 5;
            }

            protocol static own {
              ipv4;
            {{string.Join('\n', own.Select(network => $"  route {network} blackhole;"))}}
            }

            protocol kernel {
              merge paths on;
              ipv4 {
                import none;
                export where source = RTS_BGP;
              };
            }

            """.ReplaceLineEndings("\n"));
        foreach (var tunnel in tunnels)
        {
            Add(text, machine, tunnel);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, ApplianceMachine machine, ApplianceTunnel tunnel)
    {
        var plan = tunnel.Plan;
        // The first machine has the routes of the VPC as long as it is well: what comes back is to come to it too.
        var prepend = string.Concat(Enumerable.Repeat($"bgp_path.prepend({machine.Asn}); ", machine.Index));
        text.Append($$"""

            protocol bgp {{plan.Interface}} {
              local {{plan.LocalAddress}} as {{machine.Asn}};
              neighbor {{plan.RemoteAddress}} as {{tunnel.PeerAsn}};
              interface "{{plan.Interface}}";
              direct;
              hold time 30;
              keepalive time 10;
              connect retry time 5;
              error wait time 2, 20;
              ipv4 {
                import filter { if net ~ {{Set(tunnel.RemoteNetworks)}} then accept; reject; };
                export filter { if net ~ {{Set(tunnel.LocalNetworks)}} && source = RTS_STATIC then { {{prepend}}accept; } reject; };
              };
            }

            """.ReplaceLineEndings("\n"));
    }

    // Parts of a network pass as well: the peer may announce its subnets one by one.
    private static string Set(ValueList<Cidr> networks) => $"[ {string.Join(", ", networks.Select(network => $"{network}+"))} ]";
}
