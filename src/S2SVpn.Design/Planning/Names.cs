using System.Security.Cryptography;
using System.Text;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>
/// How resources are named: request, environment, site or link, then what it is, such as shop-prod-frankfurt-vpc. A
/// site or link that the request doesn't name leaves no mark, and a name depends on nothing but its own parts: adding
/// a site or link renames no resource.
/// </summary>
internal sealed class Names
{
    /// <summary>The least that any AWS resource here takes: security groups, alarms, key pairs and Name tags.</summary>
    public const int AwsLimit = 255;

    /// <summary>Azure's limit for gateways, connections, subnets and most of what hangs on a network.</summary>
    public const int AzureLimit = 80;

    /// <summary>
    /// Azure's limit for virtual networks and machines
    /// (learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules).
    /// </summary>
    public const int AzureShortLimit = 64;

    /// <summary>The limit of a Log Analytics workspace.</summary>
    public const int WorkspaceLimit = 63;

    private const int EnvironmentLimit = 20;
    private const int HashLength = 6;

    public Names(VpnRequest request) =>
        Stem = Join(request.Name, request.Environment is { } text ? Fit(Slug(text), EnvironmentLimit) : null);

    public string Stem { get; }

    public string Site(Cloud cloud, string name) => Join(Stem, Peer(cloud, name));

    public string Link(string name) => Join(Stem, name == "link" ? null : name);

    /// <summary>A site's name as a part of another; null for the name that a site has without one.</summary>
    public static string? Peer(Cloud cloud, string name) => name == Words.Of(cloud) ? null : name;

    public static string Aws(params ReadOnlySpan<string?> parts) => Fit(Join(parts), AwsLimit);

    /// <summary>AWS keeps the start "sg-" for the ids of security groups.</summary>
    public static string AwsSecurityGroup(params ReadOnlySpan<string?> parts) =>
        Aws(parts) is var name && name.StartsWith("sg-", StringComparison.Ordinal) ? Fit($"vpn-{name}", AwsLimit) : Aws(parts);

    public static string Azure(params ReadOnlySpan<string?> parts) => Fit(Join(parts), AzureLimit);

    public static string AzureShort(params ReadOnlySpan<string?> parts) => Fit(Join(parts), AzureShortLimit);

    /// <summary>A free text as a part of a name; one that has to be changed gets a mark, so that two never meet.</summary>
    public static string Part(string text) =>
        text.All(IsPlain) ? text : $"{Slug(text)}-{Hash(text)}".TrimStart('-');

    /// <summary>The same name, or a shorter one with a hash of it where it is too long or ends in a hyphen.</summary>
    public static string Fit(string name, int limit) => name.Length <= limit && !name.EndsWith('-')
        ? name
        : $"{name[..Math.Min(name.Length, limit - HashLength - 1)].TrimEnd('-')}-{Hash(name)}";

    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                text.Append(text.Length > 0 ? "-" : "").Append(part);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';

    private static string Slug(string text)
    {
        var slug = new string(text.Select(letter => IsPlain(letter) ? char.ToLowerInvariant(letter) : '-').ToArray());
        return Join(slug.Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
