using System.Diagnostics.CodeAnalysis;

namespace S2SVpn.Design.Network;

/// <summary>
/// The /30 inside one tunnel: AWS takes its first host address, which leaves the second to Azure
/// (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp). With BGP it is one of Azure's ranges.
/// </summary>
public sealed record InsideCidr : IParsed<InsideCidr>
{
    /// <summary>How many links one pair of gateways has room for: each takes four /30s, two of either /24.</summary>
    internal const int Slots = 32;

    /// <summary>Makes an inside network of a /30 of 169.254.0.0/16.</summary>
    public InsideCidr(Cidr cidr)
    {
        if (WhyNot(cidr) is { } reason)
        {
            throw new ArgumentException($"{cidr} {reason}.", nameof(cidr));
        }

        Cidr = cidr;
    }

    static string IParsed<InsideCidr>.Pattern => @"^169\.254\.\d{1,3}\.\d{1,3}/30$";

    static string IParsed<InsideCidr>.Example => "169.254.21.0/30";

    /// <summary>Where AWS wants its inside networks.</summary>
    internal static Cidr LinkLocal { get; } = Cidr.Parse("169.254.0.0/16");

    /// <summary>What Azure takes as BGP addresses of its own (learn.microsoft.com/azure/vpn-gateway/bgp-howto).</summary>
    internal static ValueList<Cidr> AzureRanges { get; } = [Cidr.Parse("169.254.21.0/24"), Cidr.Parse("169.254.22.0/24")];

    /// <summary>What AWS keeps for itself (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html).</summary>
    internal static ValueList<Cidr> AwsReserved { get; } =
    [
        Cidr.Parse("169.254.0.0/30"), Cidr.Parse("169.254.1.0/30"), Cidr.Parse("169.254.2.0/30"),
        Cidr.Parse("169.254.3.0/30"), Cidr.Parse("169.254.4.0/30"), Cidr.Parse("169.254.5.0/30"),
        Cidr.Parse("169.254.169.252/30"),
    ];

    /// <summary>The /30 itself.</summary>
    public Cidr Cidr { get; }

    /// <summary>AWS's address in the tunnel: the first host address.</summary>
    public Ipv4 AwsAddress => Cidr.Host(1);

    /// <summary>Azure's address in the tunnel: the second host address.</summary>
    public Ipv4 AzureAddress => Cidr.Host(2);

    /// <summary>The network of a tunnel in a link's slot.</summary>
    /// <param name="slot">0 to 31, one per link on the same gateways.</param>
    /// <param name="instance">The Azure gateway's instance, 0 or 1.</param>
    /// <param name="tunnel">The tunnel of the AWS connection, 1 or 2.</param>
    internal static InsideCidr Of(int slot, int instance, int tunnel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Slots);
        if (instance is not (0 or 1))
        {
            throw new ArgumentOutOfRangeException(nameof(instance), instance, "An instance is 0 or 1.");
        }

        if (tunnel is not (1 or 2))
        {
            throw new ArgumentOutOfRangeException(nameof(tunnel), tunnel, "A tunnel is 1 or 2.");
        }

        return new InsideCidr(new Cidr(AzureRanges[tunnel - 1].Host((8 * slot) + (4 * instance)), 30));
    }

    /// <summary>Reads an inside network such as 169.254.21.0/30.</summary>
    /// <exception cref="FormatException">The text is not one; the message says why.</exception>
    public static InsideCidr Parse(string text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException($"'{text}' {reason}.");

    /// <summary>Reads an inside network such as 169.254.21.0/30, or says why it is none.</summary>
    public static bool TryParse(
        string text, [MaybeNullWhen(false)] out InsideCidr value, [NotNullWhen(false)] out string? reason)
    {
        value = null;
        if (!Cidr.TryParse(text, out var cidr, out reason))
        {
            return false;
        }

        reason = WhyNot(cidr);
        value = reason is null ? new InsideCidr(cidr) : null;
        return reason is null;
    }

    /// <summary>Such as 169.254.21.0/30.</summary>
    public override string ToString() => Cidr.ToString();

    private static string? WhyNot(Cidr cidr) => cidr switch
    {
        { PrefixLength: not 30 } => "is not a /30",
        _ when !LinkLocal.Contains(cidr) => "is outside 169.254.0.0/16, the range that AWS supports",
        _ => null,
    };
}
