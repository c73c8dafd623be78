using System.Diagnostics.CodeAnalysis;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

/// <summary>
/// Where a flow starts or ends: a site's subnet (<c>aws.app</c>), all of a site (<c>aws</c>), or a network
/// (<c>10.2.1.0/24</c>, <c>10.2.1.10</c>).
/// </summary>
public sealed record FlowEnd : IParsed<FlowEnd>
{
    private FlowEnd(string? site, string? subnet, Cidr? cidr) => (Site, Subnet, Cidr) = (site, subnet, cidr);

    static string IParsed<FlowEnd>.Pattern => @"^[^\s]+$";

    static string IParsed<FlowEnd>.Example => "aws.app";

    /// <summary>The site's name; null for a network.</summary>
    public string? Site { get; }

    /// <summary>The subnet's name in the site; null for all of it.</summary>
    public string? Subnet { get; }

    /// <summary>The network; null for a site.</summary>
    public Cidr? Cidr { get; }

    /// <summary>A network of either side.</summary>
    public static FlowEnd Of(Cidr cidr) => new(null, null, cidr);

    /// <summary>A site, or one of its subnets.</summary>
    public static FlowEnd Of(string site, string? subnet = null) =>
        IsSite(site) && (subnet is null || IsSubnet(subnet))
            ? new FlowEnd(site, subnet, null)
            : throw new ArgumentException($"'{site}' and '{subnet}' are not names of a site and a subnet.", nameof(site));

    /// <summary>Reads an end such as aws.app or 10.2.1.0/24, or says why it is none.</summary>
    public static bool TryParse(
        string text, [MaybeNullWhen(false)] out FlowEnd value, [NotNullWhen(false)] out string? reason)
    {
        value = null;
        reason = null;
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
        {
            var network = text.Contains('/', StringComparison.Ordinal) ? text : $"{text}/32";
            value = Network.Cidr.TryParse(network, out var cidr, out reason) ? Of(cidr) : null;
            return value is not null;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var (site, subnet) = dot < 0 ? (text, null) : (text[..dot], text[(dot + 1)..]);
        if (IsSite(site) && (subnet is null || IsSubnet(subnet)))
        {
            value = new FlowEnd(site, subnet, null);
            return true;
        }

        reason = "is neither a site (aws), a subnet of one (aws.app), nor a network (10.2.1.0/24)";
        return false;
    }

    /// <summary>As a request has it.</summary>
    public override string ToString() => Cidr is { } cidr
        ? cidr.ToString()
        : Subnet is null ? Site! : $"{Site}.{Subnet}";

    private static bool IsSite(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // The name of an existing subnet is its cloud's, and may hold dots.
    private static bool IsSubnet(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace);
}
