using System.Globalization;
using System.Text;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>What the router of a gateway is told.</summary>
internal static class BirdConfiguration
{
    /// <summary>The routing table with the ways of one machine of a pair.</summary>
    public static int TableOf(int machine) => 6000 + machine;

    /// <summary>The name of an end's BGP session.</summary>
    public static string Session(LabTunnelEnd end) => $"bgp_{end.Device}";

    public static string Of(GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends, LabTimers timers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            log "{{LabPrograms.Folder}}/{{gateway.Place}}.log" all;
            router id {{RouterId(gateway, ends)}};
            timeformat protocol iso long;
            protocol device { scan time 1; }
            protocol kernel {
              merge paths {{(gateway.Multipath ? "on limit 64" : "off")}};
              ipv4 { import none; export where source = RTS_BGP || proto ~ "way*"; };
            }
            ipv4 table tunnels;
            protocol pipe {
              table master4;
              peer table tunnels;
              import none;
              export where source = RTS_BGP || proto ~ "way*";
            }
            protocol kernel {
              kernel table {{RouterRules.TunnelsOnly}};
              merge paths {{(gateway.Multipath ? "on limit 64" : "off")}};
              ipv4 { table tunnels; import none; export all; };
            }
            protocol static own {
              ipv4;
            {{string.Concat(Own(gateway).Select(network => $"  route {network} blackhole;\n"))}}}

            """);
        foreach (var end in ends.Where(end => end.Bgp is not null))
        {
            if (end.Appliance is { } appliance)
            {
                text.Append(ApplianceInLab.Session(end, appliance, timers));
            }
            else
            {
                AppendSession(text, gateway, end, end.Bgp!, ends.Any(other => other != end && other.Bgp?.Peer == end.Bgp!.Peer), timers);
            }
        }

        AppendWays(text, ends);
        for (var index = 0; gateway.Appliance.Count > 1 && index < gateway.Appliance.Count; index++)
        {
            AppendMachine(text, gateway, ends, index);
        }

        return text.ToString();
    }

    // Machines announce what their own files say: those of a pair stand in one router, and the sessions of each leave out what it lacks.
    private static IEnumerable<Cidr> Own(GatewayNode gateway) =>
        gateway.Appliance.Where(machine => machine.BirdFile is not null).Select(machine => machine.BirdProtocols.Originated).ToList() is { Count: > 0 } each
            ? each.SelectMany(networks => networks).Distinct()
            : gateway.Announced;

    // What comes back as the gateway's own is never believed; an AS path with one's own number is dropped by BGP itself.
    private static void AppendSession(StringBuilder text, GatewayNode gateway, LabTunnelEnd end, BgpEnd bgp, bool isShared, LabTimers timers)
    {
        var hold = timers.Hold(bgp.HoldSeconds);
        text.Append(CultureInfo.InvariantCulture, $$"""
            protocol bgp {{Session(end)}} {
              local {{bgp.Address}} as {{bgp.Asn}};
              neighbor {{bgp.Peer}} as {{bgp.PeerAsn}};
              interface "{{end.Device}}";
              direct;
              hold time {{hold}};
              keepalive time {{Math.Max(1, hold / 3)}};
              connect delay time 0;
              connect retry time 1;
              error wait time 1, 2;
              error forget time 3;
              ipv4 {
                next hop self;
                import {{Heard(gateway, end, isShared)}};
                export where source = RTS_STATIC || source = RTS_BGP;
              };
            }

            """);
    }

    // Both instances of an Azure gateway speak to one address of a machine, each through its own tunnel; BIRD would look for the address alone.
    private static string Heard(GatewayNode gateway, LabTunnelEnd end, bool isShared)
    {
        var wanted = gateway.Networks.Count == 0 ? null : $"net !~ [ {string.Join(", ", gateway.Networks.Select(network => $"{network}+"))} ]";
        return (wanted, isShared) switch
        {
            (null, false) => "all",
            (_, false) => $"where {wanted}",
            _ => $"filter {{ if {wanted ?? "true"} then {{ ifname = \"{end.Device}\"; accept; }} reject; }}",
        };
    }

    private static void AppendWays(StringBuilder text, IReadOnlyList<LabTunnelEnd> ends)
    {
        var ways = ends.SelectMany(end => end.StaticRoutes.Select(network => (network, end.Device))).GroupBy(way => way.network, way => way.Device).ToList();
        if (ways.Count == 0)
        {
            return;
        }

        // Without BGP both clouds use one tunnel at a time for a network: here the first that is up.
        for (var turn = 0; turn < ways.Max(way => way.Count()); turn++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                protocol static way{{turn}} {
                  check link yes;
                  ipv4 { preference {{200 - turn}}; };

                """);
            foreach (var way in ways.Where(way => way.Count() > turn))
            {
                text.Append(CultureInfo.InvariantCulture, $"  route {way.Key} via \"{way.ElementAt(turn)}\";\n");
            }

            text.Append("}\n");
        }
    }

    // Both machines of a pair stand in one router: what one of them would do with a packet is in a table of its own.
    private static void AppendMachine(StringBuilder text, GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends, int index)
    {
        var own = ends.Where(end => end.Appliance?.Machine.Name == gateway.Appliance[index].Name).Select(end => $"ifname = \"{end.Device}\"").ToList();
        text.Append(CultureInfo.InvariantCulture, $$"""
            ipv4 table machine{{index}};
            protocol pipe {
              table master4;
              peer table machine{{index}};
              import none;
              export where (source = RTS_BGP || proto ~ "way*") && ({{(own.Count == 0 ? "false" : string.Join(" || ", own))}});
            }
            protocol kernel {
              kernel table {{TableOf(index)}};
              merge paths on limit 64;
              ipv4 { table machine{{index}}; import none; export all; };
            }

            """);
    }

    private static Ipv4 RouterId(GatewayNode gateway, IReadOnlyList<LabTunnelEnd> ends) =>
        ends.Select(end => end.Bgp?.Address).FirstOrDefault(address => address is not null) ?? gateway.Networks.Select(network => network.Host(1)).FirstOrDefault(new Ipv4(1));
}
