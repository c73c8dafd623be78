using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>Conditions of a policy's statement: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal static class AwsCondition
{
    private const string IfExists = "IfExists";

    /// <summary>Whether all of them hold; null where that depends on what nobody here knows.</summary>
    /// <param name="conditions">The element Condition; null for none.</param>
    /// <param name="known">What is known of a call, by the names of condition keys.</param>
    public static bool? Hold(JsonNode? conditions, IReadOnlyDictionary<string, string> known)
    {
        var each = Each(conditions).Select(one => Holds(one.Operator, one.Key, one.Values, known)).ToList();
        return each.Contains(false) ? false : each.Contains(null) ? null : true;
    }

    /// <summary>The keys of those of which that can be said.</summary>
    public static IEnumerable<string> Keys(JsonNode? conditions, IReadOnlyDictionary<string, string> known, bool? hold) =>
        Each(conditions).Where(one => Holds(one.Operator, one.Key, one.Values, known) == hold).Select(one => one.Key);

    /// <summary>Whether a pattern of a policy is for a text.</summary>
    public static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase);

    private static IEnumerable<(string Operator, string Key, List<string> Values)> Each(JsonNode? conditions) =>
        from test in conditions as JsonObject ?? []
        from one in test.Value as JsonObject ?? []
        select (test.Key, one.Key, AwsStatement.Items(one.Value).Select(value => value.ToString()).ToList());

    private static bool? Holds(string name, string key, List<string> values, IReadOnlyDictionary<string, string> known)
    {
        // A value such as ${aws:username} is another's.
        if (!known.TryGetValue(key, out var fact) || values.Exists(value => value.Contains("${", StringComparison.Ordinal)))
        {
            return null;
        }

        bool Equal(string value) => value.Equals(fact, StringComparison.OrdinalIgnoreCase);
        bool Like(string value) => Fits(value, fact);
        return (name.EndsWith(IfExists, StringComparison.Ordinal) ? name[..^IfExists.Length] : name) switch
        {
            "Bool" or "StringEquals" or "StringEqualsIgnoreCase" => values.Exists(Equal),
            "StringNotEquals" or "StringNotEqualsIgnoreCase" => !values.Exists(Equal),
            "StringLike" or "ArnLike" or "ArnEquals" => values.Exists(Like),
            "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => !values.Exists(Like),
            "Null" => values.Exists(value => value.Equals("false", StringComparison.OrdinalIgnoreCase)),
            _ => null,
        };
    }
}
