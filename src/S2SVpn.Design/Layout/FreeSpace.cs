using S2SVpn.Design.Network;

namespace S2SVpn.Design.Layout;

/// <summary>What is free in networks that are partly taken. One pass finds any number of subnets.</summary>
internal sealed class FreeSpace
{
    // Apart from each other, lowest first.
    private readonly List<(long First, long Last)> _taken = [];

    public FreeSpace(IEnumerable<Cidr> taken)
    {
        foreach (var cidr in taken.Order())
        {
            if (_taken.Count > 0 && cidr.First.Value <= _taken[^1].Last)
            {
                _taken[^1] = (_taken[^1].First, Math.Max(_taken[^1].Last, cidr.Last.Value));
            }
            else
            {
                _taken.Add((cidr.First.Value, cidr.Last.Value));
            }
        }
    }

    /// <summary>The free subnets of that size, lowest first.</summary>
    public IEnumerable<Cidr> Upwards(Cidr network, int prefixLength)
    {
        var next = 0;
        for (long at = network.First.Value; at <= network.Last.Value && prefixLength >= network.PrefixLength;)
        {
            var candidate = Cidr.Around(new Ipv4((uint)at), prefixLength);
            while (next < _taken.Count && _taken[next].Last < candidate.First.Value)
            {
                next++;
            }

            if (next == _taken.Count || _taken[next].First > candidate.Last.Value)
            {
                yield return candidate;
                at = candidate.Last.Value + 1L;
            }
            else
            {
                at = Math.Max(_taken[next].Last, candidate.Last.Value) + 1;
            }
        }
    }

    /// <summary>The highest free subnet of that size, or null when there is none.</summary>
    public Cidr? Highest(Cidr network, int prefixLength)
    {
        var next = _taken.Count - 1;
        for (long at = network.Last.Value; at >= network.First.Value && prefixLength >= network.PrefixLength;)
        {
            var candidate = Cidr.Around(new Ipv4((uint)at), prefixLength);
            while (next >= 0 && _taken[next].First > candidate.Last.Value)
            {
                next--;
            }

            if (next < 0 || _taken[next].Last < candidate.First.Value)
            {
                return candidate;
            }

            at = Math.Min(_taken[next].First, candidate.First.Value) - 1;
        }

        return null;
    }
}
