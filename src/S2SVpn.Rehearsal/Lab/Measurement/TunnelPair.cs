using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Measurement;

/// <summary>A designed tunnel, and its two ends in Terraform's state.</summary>
internal sealed record TunnelPair(DesignedTunnel Tunnel, LabTunnelEnd? Aws, LabTunnelEnd? Azure)
{
    public bool EndsMatch => Aws is not null && Azure is not null && Aws.Outside == Azure.PeerOutside && Azure.Outside == Aws.PeerOutside;

    public IEnumerable<LabTunnelEnd> Ends => new[] { Aws, Azure }.OfType<LabTunnelEnd>();

    public static IReadOnlyList<TunnelPair> Of(LabDesign design, LabLayout layout)
    {
        var azure = design.Tunnels.Select(tunnel => AzureEnd(design, layout, tunnel)).ToList();
        var aws = AwsEnds(design.Tunnels, azure, layout);
        return design.Tunnels.Select((tunnel, index) => new TunnelPair(tunnel, aws[index], azure[index])).ToList();
    }

    // Where AWS expects another instance than was meant, that one is the tunnel's end.
    private static LabTunnelEnd? AzureEnd(LabDesign design, LabLayout layout, DesignedTunnel tunnel)
    {
        var ends = layout.Ends.Where(end => end.Cloud == Cloud.Azure && end.Connection == tunnel.AzureConnection).ToList() is { Count: > 0 } named ? named : Renamed(design, layout, tunnel);
        return ends.FirstOrDefault(end => end.Number == tunnel.AzureNumber) ?? ends.FirstOrDefault();
    }

    // Of a connection that was given another name, its peer tells which it is.
    private static List<LabTunnelEnd> Renamed(LabDesign design, LabLayout layout, DesignedTunnel tunnel) =>
        layout.Ends.FirstOrDefault(end => end.Cloud == Cloud.Aws && end.Number == tunnel.AwsNumber && $"{end.Inside}" == tunnel.AwsAddress) is not { } aws
            ? []
            : layout.Ends.Where(end => end.Cloud == Cloud.Azure && end.PeerOutside == aws.Outside && !design.Tunnels.Any(each => each.AzureConnection == end.Connection)).ToList();

    // An AWS connection has no name, only a tag, which anybody may change. Its addresses tell which it is, even if one of them is wrong.
    private static LabTunnelEnd?[] AwsEnds(IReadOnlyList<DesignedTunnel> tunnels, List<LabTunnelEnd?> azure, LabLayout layout)
    {
        var found = new LabTunnelEnd?[tunnels.Count];
        var candidates =
            from index in Enumerable.Range(0, tunnels.Count)
            from end in layout.Ends
            where end.Cloud == Cloud.Aws && end.Number == tunnels[index].AwsNumber
            let evidence = Evidence(tunnels[index], end, azure[index])
            where evidence > 0
            orderby evidence descending
            select (index, end);
        foreach (var (index, end) in candidates)
        {
            found[index] ??= found.Contains(end) ? null : end;
        }

        return found;
    }

    private static int Evidence(DesignedTunnel tunnel, LabTunnelEnd aws, LabTunnelEnd? azure) =>
        new[] { $"{aws.Inside}" == tunnel.AwsAddress, azure is not null && azure.Outside == aws.PeerOutside, azure is not null && azure.PeerOutside == aws.Outside }.Count(met => met);

    /// <summary>Whether both ends have an IKE SA with a child, or hear each other by WireGuard.</summary>
    public bool IsUp(RunningLab lab) => EndsMatch && Ends.All(end => lab.Daemon(end).IsUp);

    /// <summary>Whether one of the ends still takes it to carry traffic.</summary>
    public bool Carries(RunningLab lab) => Ends.Any(lab.Carries);

    /// <summary>Whether the routers at both ends speak to each other through it, or need not.</summary>
    public bool BgpIsUp(RunningLab lab) => Ends.All(end => end.Bgp is null || lab.Bird(lab.Layout.Gateway(end.Gateway)).Session(end).IsUp);
}
