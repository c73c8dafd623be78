using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>Where stacks in folders are not what their request gives: no check looks at all that an edit may touch.</summary>
public static partial class StackEdits
{
    // Notes of CDKTF.
    private const string Comment = "//";

    /// <summary>The places, by Terraform's addresses. No value is among them: it may be a secret.</summary>
    /// <param name="expected">What the request gives.</param>
    /// <param name="given">What lies in the folders.</param>
    public static IReadOnlyList<string> Between(IEnumerable<StackFolder> expected, IEnumerable<StackFolder> given) =>
    [
        .. from stack in expected
           join other in given on stack.Name equals other.Name
           from place in OfStack(JsonNode.Parse(stack.Configuration)!.AsObject(), JsonNode.Parse(other.Configuration)!.AsObject())
           select place,
    ];

    private static IEnumerable<string> OfStack(JsonObject expected, JsonObject given) => Names(expected, given).SelectMany(section => section switch
    {
        "resource" => Blocks("", 2, expected[section], given[section]),
        "data" => Blocks("data.", 2, expected[section], given[section]),
        "locals" => Blocks("local.", 1, expected[section], given[section]),
        _ => Blocks($"{section}.", 1, expected[section], given[section]),
    });

    private static IEnumerable<string> Blocks(string prefix, int levels, JsonNode? expected, JsonNode? given)
    {
        if (levels > 0 && expected is null or JsonObject && given is null or JsonObject)
        {
            return Names(expected as JsonObject, given as JsonObject).SelectMany(name => Blocks($"{prefix}{name}.", levels - 1, expected?[name], given?[name]));
        }

        var address = prefix.TrimEnd('.');
        return expected is null ? [$"{address} (added)"] : given is null ? [$"{address} (taken out)"] : Values(address, ": ", expected, given);
    }

    private static IEnumerable<string> Values(string place, string separator, JsonNode? expected, JsonNode? given) => (expected, given) switch
    {
        _ when JsonNode.DeepEquals(expected, given) => [],
        (JsonObject one, JsonObject other) when Names(one, other).All(name => SimpleName().IsMatch(name)) =>
            Names(one, other).SelectMany(name => Values($"{place}{separator}{name}", ".", one[name], other[name])),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.SelectMany((item, index) => Values($"{place}[{index}]", separator, item, other[index])),
        (JsonValue one, JsonValue other) when one.TryGetValue<string>(out var text) && other.TryGetValue<string>(out var changed) =>
            Texts(place, separator, CloudConfig.Read(text), CloudConfig.Read(changed)).DefaultIfEmpty(place),
        _ => [place],
    };

    // What a machine is given is one text with many files in it.
    private static IEnumerable<string> Texts(string place, string separator, CloudConfig expected, CloudConfig given) => expected.HasHeader && given.HasHeader
        ? [
            .. expected.Packages.SequenceEqual(given.Packages) ? [] : new[] { $"{place}{separator}packages" },
            .. expected.Files.Keys.Union(given.Files.Keys).Where(path => expected.Files.GetValueOrDefault(path) != given.Files.GetValueOrDefault(path)).Select(path => $"{place}{separator}{path}"),
            .. expected.Commands.SequenceEqual(given.Commands) ? [] : new[] { $"{place}{separator}runcmd" },
        ]
        : [];

    private static IEnumerable<string> Names(JsonObject? one, JsonObject? other) =>
        (one ?? []).Concat(other ?? []).Select(entry => entry.Key).Where(name => name != Comment).Distinct();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex SimpleName();
}
