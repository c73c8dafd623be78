namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>A BGP session as bird reports it.</summary>
/// <param name="State">Such as <c>Established</c>.</param>
/// <param name="LocalAddress">Its own address.</param>
/// <param name="LocalAsn">Its own AS.</param>
/// <param name="PeerAddress">The neighbour's address.</param>
/// <param name="PeerAsn">The neighbour's AS.</param>
/// <param name="Error">What went wrong last; null for nothing.</param>
internal sealed record BgpSession(string State, string? LocalAddress, string? LocalAsn, string? PeerAddress, string? PeerAsn, string? Error)
{
    public bool IsUp => State == "Established";

    public static BgpSession From(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            if (at > 0)
            {
                _ = fields.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim());
            }
        }

        return new BgpSession(
            fields.GetValueOrDefault("BGP state", "Down"),
            fields.GetValueOrDefault("Source address"),
            fields.GetValueOrDefault("Local AS"),
            fields.GetValueOrDefault("Neighbor address")?.Split('%')[0],
            fields.GetValueOrDefault("Neighbor AS"),
            fields.GetValueOrDefault("Last error"));
    }
}
