using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What may come in and go out. Answers always pass, as in both clouds.</summary>
/// <param name="Address">The security group, as Terraform names it.</param>
/// <param name="Inbound">In the order in which they count.</param>
/// <param name="Outbound">In the order in which they count.</param>
internal sealed record MachineFilter(string Address, IReadOnlyList<FilterLine> Inbound, IReadOnlyList<FilterLine> Outbound)
{
    /// <summary>Another one that has to let it through as well: Azure asks the subnet's group and the network interface's.</summary>
    public MachineFilter? Also { get; init; }

    /// <summary>What puts it before the machine, as Terraform names it.</summary>
    public IReadOnlyList<string> Associations { get; init; } = [];

    /// <summary>Rules of a group that is nowhere, of which one was to be in this one, and its own for another kind of ICMP than pings.</summary>
    public IReadOnlyList<string> Strays { get; init; } = [];

    /// <summary>Rules that let only some source ports in, which most clients don't come from: they decide nothing.</summary>
    public IReadOnlyList<FilterLine> InboundBySourcePort { get; init; } = [];

    /// <summary>The same of those that let something out.</summary>
    public IReadOnlyList<FilterLine> OutboundBySourcePort { get; init; } = [];

    /// <summary>All that have to let it through.</summary>
    public IReadOnlyList<MachineFilter> Each() => Also is null ? [this] : [this, Also];

    /// <summary>The same for another address of a peer.</summary>
    public MachineFilter Moved(Ipv4 from, Ipv4 to)
    {
        Cidr Now(Cidr network) => network == new Cidr(from, 32) ? new Cidr(to, 32) : network;
        List<FilterLine> All(IReadOnlyList<FilterLine> lines) => [.. lines.Select(line => line with { Peers = [.. line.Peers.Select(Now)] })];
        return this with { Inbound = All(Inbound), Outbound = All(Outbound), Also = Also?.Moved(from, to) };
    }

    /// <summary>
    /// The same at a public address: below its own rules Azure lets everything out to the Internet, which no other network is a part of
    /// (learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules).
    /// </summary>
    public MachineFilter WithInternet() => this with
    {
        Outbound = [.. Outbound.SkipLast(1), new FilterLine("AllowInternetOutBound", true, null, [], [], []), .. Outbound.TakeLast(1)],
        Also = Also?.WithInternet(),
    };
}

/// <summary>One rule of a filter.</summary>
/// <param name="Name">What the cloud calls it.</param>
/// <param name="Allows">Whether it lets through.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>icmp</c>; null for any.</param>
/// <param name="Peers">The networks at the other end; empty for any.</param>
/// <param name="Own">The networks at the machine's end; empty for any.</param>
/// <param name="Ports">The ports that are gone to, such as <c>443</c> or <c>8000-8080</c>; empty for any.</param>
internal sealed record FilterLine(string Name, bool Allows, string? Protocol, IReadOnlyList<Cidr> Peers, IReadOnlyList<Cidr> Own, IReadOnlyList<string> Ports)
{
    /// <summary>The resource that says it, as Terraform names it; null for a rule that a cloud has by itself.</summary>
    public string? Address { get; init; }

    /// <summary>What Azure orders its rules by; null in AWS.</summary>
    public long? Priority { get; init; }

    /// <summary>The only source ports that it is about; empty where it is about those of every client.</summary>
    public IReadOnlyList<string> SourcePorts { get; init; } = [];

    /// <summary>Whether it is about echo requests alone, of all that ICMP has.</summary>
    public bool IsEchoOnly { get; init; }

    public bool IsAbout(Ipv4 peer, Ipv4 own) => IsAmong(Peers, peer) && IsAmong(Own, own);

    public bool IsAbout(Protocol protocol) => Protocol is null || Protocol.Equals(protocol.ToString(), StringComparison.OrdinalIgnoreCase);

    public bool IsAbout(Protocol protocol, int? port) => IsAbout(protocol) && HasPort(port);

    /// <summary>Whether a port is among its ports.</summary>
    public bool HasPort(int? port) => Ports.Count == 0 || Ports.Any(range => Ends(range) is var (first, last) && port >= first && port <= last);

    /// <summary>The first and the last port of a range.</summary>
    public static (int First, int Last) Ends(string range)
    {
        var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return (ends[0], ends[^1]);
    }

    private static bool IsAmong(IReadOnlyList<Cidr> networks, Ipv4 address) => networks.Count == 0 || networks.Any(network => network.Contains(address));
}
