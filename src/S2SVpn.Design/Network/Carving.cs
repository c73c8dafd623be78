namespace S2SVpn.Design.Network;

/// <summary>Finds room for a subnet in networks that are partly taken.</summary>
public static class Carving
{
    /// <summary>The lowest free network of that size, or null when there is none.</summary>
    public static Cidr? Lowest(IEnumerable<Cidr> networks, int prefixLength, IEnumerable<Cidr> taken)
    {
        var used = taken.ToList();
        foreach (var network in networks)
        {
            // Past a taken network there is no use in trying every small one inside it.
            for (long at = network.First.Value; at <= network.Last.Value && prefixLength >= network.PrefixLength;)
            {
                var candidate = Cidr.Around(new Ipv4((uint)at), prefixLength);
                if (used.FindIndex(candidate.Overlaps) is var hit && hit < 0)
                {
                    return candidate;
                }

                at = Math.Max(used[hit].Last.Value, candidate.Last.Value) + 1L;
            }
        }

        return null;
    }

    /// <summary>The highest free network of that size, or null when there is none.</summary>
    public static Cidr? Highest(IEnumerable<Cidr> networks, int prefixLength, IEnumerable<Cidr> taken)
    {
        var used = taken.ToList();
        foreach (var network in networks.Reverse())
        {
            for (long at = network.Last.Value; at >= network.First.Value && prefixLength >= network.PrefixLength;)
            {
                var candidate = Cidr.Around(new Ipv4((uint)at), prefixLength);
                if (used.FindIndex(candidate.Overlaps) is var hit && hit < 0)
                {
                    return candidate;
                }

                at = Math.Min(used[hit].First.Value, candidate.First.Value) - 1L;
            }
        }

        return null;
    }
}
