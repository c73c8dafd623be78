using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The tags that everything carries. A tag of the request takes the place of one of ours.</summary>
internal static class PlanTags
{
    // AWS tells a resource's own name by this one; a site-wide one would give all resources the same name.
    public const string AwsName = "Name";

    public static ValueMap<string> Of(VpnRequest request)
    {
        // Azure's tags don't tell capitals from small letters.
        return Own(request)
            .Where(tag => tag.Value is not null && !request.Tags.Keys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase))
            .Select(tag => KeyValuePair.Create(tag.Key, tag.Value!))
            .Concat(request.Tags)
            .ToValueMap();
    }

    /// <summary>Our tag whose place a tag of the request takes; null for none.</summary>
    public static string? Taken(VpnRequest request, string tag) => tag == AwsName ? tag : Own(request)
        .Where(own => own.Value is not null && string.Equals(own.Key, tag, StringComparison.OrdinalIgnoreCase))
        .Select(own => own.Key).FirstOrDefault();

    private static KeyValuePair<string, string?>[] Own(VpnRequest request) =>
    [
        // Not "name": AWS would have it beside its own "Name", which some of its services take for the same.
        new("vpn", request.Name),
        new("owner", request.Owner),
        new("environment", request.Environment),
        new("managed-by", "s2svpn-cdktf"),
    ];

    public static ValueMap<string> ForAws(ValueMap<string> tags) =>
        tags.ContainsKey(AwsName) ? tags.Where(tag => tag.Key != AwsName).ToValueMap() : tags;
}
