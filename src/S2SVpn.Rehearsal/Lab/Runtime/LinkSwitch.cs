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
                _ip.StandardInput.WriteLine($"link set {end.Device} {(up ? "up" : "down")}");
            }
            catch (IOException)
            {
                // The lab is being taken down.
            }
        }
    }

    public void Dispose()
    {
        if (!_ip.HasExited)
        {
            _ip.Kill();
        }

        _ip.Dispose();
    }
}
