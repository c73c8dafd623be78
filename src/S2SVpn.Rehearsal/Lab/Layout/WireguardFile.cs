using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The file of a WireGuard interface, as wg reads it (man 8 wg): a section [Interface] and one [Peer].</summary>
internal sealed record WireguardFile
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _name;

    /// <exception cref="LabException">A line of it is none that wg takes.</exception>
    public WireguardFile(string text, string name)
    {
        (Content, _name) = (text, name);
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0 && line[0] != '['))
        {
            if (line.Split('=', 2) is not [var key, var value] || !_values.TryAdd(key.Trim(), value.Trim()))
            {
                throw new LabException($"{name} has a line that wg would not take: '{line}'.");
            }
        }

        if (_values.ContainsKey("ListenPort"))
        {
            _ = Port;
        }
    }

    /// <summary>Its text.</summary>
    public string Content { get; }

    public int Port => Number("ListenPort") is > 0 and <= ushort.MaxValue and var port ? port : throw new LabException($"{_name} has the ListenPort {Required("ListenPort")}, which is no port.");

    /// <summary>The peer's public address.</summary>
    public Ipv4 Endpoint => Ipv4.TryParse(Required("Endpoint").Split(':')[0], out var address, out _) ? address : throw new LabException($"{_name} has the Endpoint {Required("Endpoint")}, which is no address.");

    /// <summary>What may come from the peer and go to it.</summary>
    public IReadOnlyList<Cidr> Allowed => [.. Required("AllowedIPs").Split(',', StringSplitOptions.TrimEntries).Select(text => Cidr.TryParse(text, out var network, out _) ? network : throw new LabException($"{_name} has {text} in AllowedIPs, which is no network."))];

    /// <summary>What the ends share beside their keys; null for nothing, which a key of zeros stands for too.</summary>
    public string? Shared => _values.GetValueOrDefault("PresharedKey") is { } key && key.Trim('A', '=').Length > 0 ? key : null;

    public int Keepalive => _values.ContainsKey("PersistentKeepalive") ? Number("PersistentKeepalive") : 0;

    private string Required(string key) => _values.GetValueOrDefault(key) ?? throw new LabException($"{_name} has no {key}, which a tunnel needs.");

    private int Number(string key) => int.TryParse(Required(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new LabException($"{_name} has {Required(key)} as its {key}, which is no number that wg takes.");
}
