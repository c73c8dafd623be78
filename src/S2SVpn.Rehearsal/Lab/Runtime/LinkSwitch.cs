using System.Diagnostics;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>Takes the tunnel devices of one gateway up and down, as their child SAs come and go.</summary>
internal sealed class LinkSwitch : IDisposable
{
    private readonly Process _ip;
    private readonly Dictionary<string, bool> _up = [];
    private readonly Lock _one = new();

    public LinkSwitch(GatewayNode gateway, string ip)
    {
        _ip = new NetworkNamespace(gateway.Place).Start(ip, ["-force", "-batch", "-"]);
        _ip.StandardInput.AutoFlush = true;
        _ip.BeginErrorReadLine();
    }

    public bool IsUp(LabTunnelEnd end)
    {
        lock (_one)
        {
            return _up.GetValueOrDefault(end.Device);
        }
    }

    public void Turn(LabTunnelEnd end, bool up)
    {
        lock (_one)
        {
            if (_up.GetValueOrDefault(end.Device) == up)
            {
                return;
            }

            _up[end.Device] = up;
            try
            {
                if (Command(end, up) is { } command)
                {
                    _ip.StandardInput.WriteLine(command);
                }
            }
            catch (IOException)
            {
                // The lab is being taken down.
            }
        }
    }

    // WireGuard begins nothing while its interface is down. Of static routes s2s-watch takes away those of a tunnel that is silent; with BGP it is
    // for BIRD to notice.
    private static string? Command(LabTunnelEnd end, bool up) => end switch
    {
        { Appliance: not WireguardEnd } => $"link set {end.Device} {(up ? "up" : "down")}",
        { Bgp: null } => $"link set {end.Device} carrier {(up ? "on" : "off")}",
        _ => null,
    };

    public void Dispose()
    {
        if (!_ip.HasExited)
        {
            _ip.Kill();
        }

        _ip.Dispose();
    }
}
