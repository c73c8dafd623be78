using System.Text.Json;

namespace S2SVpn.Rehearsal.Changes.Plans;

/// <summary>A resource, or a data source, as the configuration writes it.</summary>
/// <param name="Address">Without an index.</param>
/// <param name="Type">Its type.</param>
/// <param name="Keys">The attributes and blocks that it gives.</param>
/// <param name="Attributes">What its values are taken from, as it is written: <c>aws_vpn_connection.one.tunnel1_address</c>.</param>
/// <param name="References">The resources and data sources that its values come from.</param>
/// <param name="DependsOn">Those that it only comes after.</param>
internal sealed record ConfiguredResource(string Address, string Type, IReadOnlyList<string> Keys, IReadOnlyList<string> Attributes, IReadOnlyList<string> References, IReadOnlyList<string> DependsOn)
{
    public static IEnumerable<ConfiguredResource> Of(JsonElement plan)
    {
        if (!plan.TryGetProperty("configuration", out var configuration) || !configuration.TryGetProperty("root_module", out var module) || !module.TryGetProperty("resources", out var resources))
        {
            return [];
        }

        return resources.EnumerateArray().Select(resource =>
        {
            string[] attributes = resource.TryGetProperty("expressions", out var expressions) ? [.. Referenced(expressions)] : [];
            return new ConfiguredResource(
                resource.GetProperty("address").GetString()!,
                resource.GetProperty("type").GetString()!,
                expressions.ValueKind == JsonValueKind.Object ? [.. expressions.EnumerateObject().Select(entry => entry.Name)] : [],
                attributes,
                [.. attributes.Select(AddressOf).OfType<string>().Distinct()],
                resource.TryGetProperty("depends_on", out var after) ? [.. after.EnumerateArray().Select(item => AddressOf(item.GetString()!)).OfType<string>()] : []);
        });
    }

    private static IEnumerable<string> Referenced(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("references", out var references) && references.ValueKind == JsonValueKind.Array =>
            references.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(entry => Referenced(entry.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Referenced),
        _ => [],
    };

    // "aws_vpc.main[0].id" is of aws_vpc.main, "data.aws_ami.probe.id" of data.aws_ami.probe.
    private static string? AddressOf(string reference)
    {
        var parts = reference.Split('.');
        var length = parts[0] == "data" ? 3 : 2;
        return parts.Length < length || parts[0] is "var" or "local" or "each" or "count" or "path" or "terraform" or "self"
            ? null
            : string.Join('.', parts.Take(length)).Split('[')[0];
    }
}
