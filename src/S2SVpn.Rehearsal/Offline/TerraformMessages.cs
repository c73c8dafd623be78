using System.Text.Json;
using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// Reads what Terraform says with <c>-json</c>: one message a line
/// (developer.hashicorp.com/terraform/internals/machine-readable-ui).
/// </summary>
internal static partial class TerraformMessages
{
    public static IReadOnlyList<TerraformError> Errors(IReadOnlyList<JsonElement> messages) =>
        [.. from message in messages
            where Text(message, "type") == "diagnostic"
            let diagnostic = message.GetProperty("diagnostic")
            where Text(diagnostic, "severity") == "error"
            select new TerraformError(Text(diagnostic, "summary") ?? "", Text(diagnostic, "detail") ?? "", Text(diagnostic, "address"))];

    public static IReadOnlyList<JsonElement> Read(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>What a command that has no <c>-json</c> says, without the frame and the excerpt of the file: that may be one long line.</summary>
    public static string Plain(string error) => string.Join('\n', error.Split('\n').Select(line => line.TrimEnd().TrimStart('│', '╷', '╵', ' '))
        .Where(line => line.Length > 0 && !Excerpt().IsMatch(line)));

    [GeneratedRegex(@"^(on \S.* line \d+|\d+: )")]
    private static partial Regex Excerpt();

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
