using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace S2SVpn.Design.Network;

/// <summary>An IPv4 network. Its address has no bit set beyond its prefix.</summary>
public sealed record Cidr : IParsed<Cidr>, IComparable<Cidr>
{
    /// <summary>Makes a network from its first address.</summary>
    public Cidr(Ipv4 network, int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, 32);
        if ((network.Value & ~Mask(prefixLength)) != 0)
        {
            throw new ArgumentException($"{network}/{prefixLength} has host bits set.", nameof(network));
        }

        First = network;
        PrefixLength = prefixLength;
    }

    /// <summary>Every address.</summary>
    public static Cidr Any { get; } = new(default, 0);

    static string IParsed<Cidr>.Pattern => @"^(\d{1,3}\.){3}\d{1,3}/\d{1,2}$";

    static string IParsed<Cidr>.Example => "10.2.0.0/16";

    /// <summary>The network address.</summary>
    public Ipv4 First { get; }

    /// <summary>How many bits the network part has, 0 to 32.</summary>
    public int PrefixLength { get; }

    /// <summary>The broadcast address.</summary>
    public Ipv4 Last => new(First.Value | ~Mask(PrefixLength));

    /// <summary>How many addresses, the network and broadcast addresses included.</summary>
    public long Size => 1L << (32 - PrefixLength);

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(Cidr left, Cidr right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(Cidr left, Cidr right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first comes before the second or equals it.</summary>
    public static bool operator <=(Cidr left, Cidr right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first comes after the second or equals it.</summary>
    public static bool operator >=(Cidr left, Cidr right) => left.CompareTo(right) >= 0;

    /// <summary>The network of that size around an address.</summary>
    public static Cidr Around(Ipv4 address, int prefixLength) =>
        new(new Ipv4(address.Value & Mask(prefixLength)), prefixLength);

    /// <summary>Reads a network such as 10.2.0.0/16.</summary>
    /// <exception cref="FormatException">The text is not one; the message says why.</exception>
    public static Cidr Parse(string text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException($"'{text}' {reason}.");

    /// <summary>Reads a network such as 10.2.0.0/16, or says why it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Cidr? value, [NotNullWhen(false)] out string? reason)
    {
        value = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            reason = Ipv4.TryParse(text, out var bare, out var notAnAddress)
                ? $"has no prefix length; for one address write {bare}/32"
                : notAnAddress.Replace("an IPv4 address such as 10.1.1.10", "a network such as 10.1.0.0/16", StringComparison.Ordinal);
            return false;
        }

        if (!Ipv4.TryParse(text[..slash], out var address, out reason))
        {
            return false;
        }

        var length = text[(slash + 1)..];
        if (length.Length is 0 or > 2 || (length.Length == 2 && length[0] == '0')
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > 32)
        {
            reason = $"has a prefix length '{length}' that is not a number from 0 to 32";
            return false;
        }

        var network = Around(address, prefix);
        if (network.First != address)
        {
            reason = $"is an address inside a network, not a network; the network is {network}";
            return false;
        }

        value = network;
        reason = null;
        return true;
    }

    /// <summary>Whether the address is in the network.</summary>
    public bool Contains(Ipv4 address) => (address.Value & Mask(PrefixLength)) == First.Value;

    /// <summary>Whether the other network is this one or lies inside it.</summary>
    public bool Contains(Cidr other) => other.PrefixLength >= PrefixLength && Contains(other.First);

    /// <summary>Whether the networks have any address in common.</summary>
    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    /// <summary>The address at a place in the network: 0 is the network address, -1 the last.</summary>
    public Ipv4 Host(long place)
    {
        if (place < -Size || place >= Size)
        {
            throw new ArgumentOutOfRangeException(nameof(place), place, $"{this} has {Size} addresses.");
        }

        return place < 0 ? Last.Plus(place + 1) : First.Plus(place);
    }

    /// <summary>The networks of that size that this one is made of, lowest first. None when this one is smaller.</summary>
    public IEnumerable<Cidr> Split(int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, 32);
        var step = 1L << (32 - prefixLength);
        for (var offset = 0L; prefixLength >= PrefixLength && offset < Size; offset += step)
        {
            yield return new Cidr(First.Plus(offset), prefixLength);
        }
    }

    /// <summary>What is left of it without those networks, in as few networks as can be.</summary>
    internal IEnumerable<Cidr> Without(IReadOnlyCollection<Cidr> others)
    {
        return others.Any(other => other.Contains(this)) ? []
            : !others.Any(Overlaps) ? [this]
            : Split(PrefixLength + 1).SelectMany(half => half.Without(others));
    }

    /// <summary>
    /// Each network once, without those within another one. Azure refuses a filter's rule whose networks overlap
    /// (OverlappingSubnetsNotPermittedInSecurityRule).
    /// </summary>
    internal static ValueList<Cidr> Outermost(IEnumerable<Cidr> networks)
    {
        var distinct = networks.Distinct().ToList();
        return distinct.Where(network => !distinct.Exists(other => other != network && other.Contains(network))).ToValueList();
    }

    /// <inheritdoc/>
    public int CompareTo(Cidr? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byAddress = First.CompareTo(other.First);
        return byAddress != 0 ? byAddress : PrefixLength.CompareTo(other.PrefixLength);
    }

    /// <summary>Such as 10.2.0.0/16.</summary>
    public override string ToString() => $"{First}/{PrefixLength}";

    /// <summary>As a part of a name that takes letters, digits and hyphens only, such as 10-2-0-0-16.</summary>
    internal string ToSlug() => ToString().Replace('.', '-').Replace('/', '-');

    // C# shifts a uint by the count modulo 32, so /0 needs the wider type.
    private static uint Mask(int prefixLength) => (uint)(0xFFFF_FFFFUL << (32 - prefixLength));
}
