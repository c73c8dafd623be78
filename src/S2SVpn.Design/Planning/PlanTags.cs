using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>The tags that everything carries. A tag of the request takes the place of one of ours.</summary>
internal static class PlanTags
{
    // AWS tells a resource's own name by this one; a site-wide one would give all resources the same name.
    private const string AwsName = "Name";

    public static ValueMap<string> Of(VpnRequest request)
    {
        KeyValuePair<string, string?>[] own =
        [
            // Not "name": AWS would have it beside its own "Name", which some of its services take for the same.
            new("vpn", request.Name),
            new("owner", request.Owner),
            new("environment", request.Environment),
            new("managed-by", "s2svpn-cdktf"),
        ];

        // Azure's tags don't tell capitals from small letters.
        return own
            .Where(tag => tag.Value is not null && !request.Tags.Keys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase))
            .Select(tag => KeyValuePair.Create(tag.Key, tag.Value!))
            .Concat(request.Tags)
            .ToValueMap();
    }

    public static ValueMap<string> ForAws(ValueMap<string> tags) =>
        tags.ContainsKey(AwsName) ? tags.Where(tag => tag.Key != AwsName).ToValueMap() : tags;
}
