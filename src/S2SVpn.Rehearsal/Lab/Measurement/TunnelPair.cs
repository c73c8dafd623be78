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

    public static IReadOnlyList<TunnelPair> Of(LabDesign design, LabLayout layout) => design.Tunnels.Select(tunnel =>
    {
        var azure = layout.Ends.Where(end => end.Cloud == Cloud.Azure && end.Connection == tunnel.AzureConnection).ToList();
        return new TunnelPair(
            tunnel,
            layout.Ends.FirstOrDefault(end => end.Cloud == Cloud.Aws && end.Connection == tunnel.AwsConnection && end.Number == tunnel.AwsNumber),
            // Where AWS expects another instance than was meant, that one is the tunnel's end.
            azure.FirstOrDefault(end => end.Number == tunnel.AzureInstance) ?? azure.FirstOrDefault());
    }).ToList();

    /// <summary>Whether both ends have an IKE SA with a child.</summary>
    public bool IsUp(RunningLab lab) => EndsMatch && Ends.All(end => lab.Charon(end).Sas().Any(sa => sa.State == "ESTABLISHED" && sa.Children.Any(child => child.State is "INSTALLED" or "REKEYED" or "REKEYING")));

    /// <summary>Whether one of the ends still takes it to carry traffic.</summary>
    public bool Carries(RunningLab lab) => Ends.Any(lab.Carries);

    /// <summary>Whether the routers at both ends speak to each other through it, or need not.</summary>
    public bool BgpIsUp(RunningLab lab) => Ends.All(end => end.Bgp is null || lab.Bird(lab.Layout.Gateway(end.Gateway)).Session(end).IsUp);
}
