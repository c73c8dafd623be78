using System.Text.Json.Nodes;

namespace S2SVpn.App.Verifying;

/// <summary>Asks a cloud by its own command line, as the person is logged in there.</summary>
internal interface ICloudShell
{
    Task<CloudAnswer> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop);
}

/// <param name="Json">What it said; null where it failed.</param>
/// <param name="Error">Why it failed, in a line.</param>
internal sealed record CloudAnswer(JsonNode? Json, string? Error)
{
    /// <summary>One of its values; null where it says something else.</summary>
    public JsonNode? this[string name] => (Json as JsonObject)?[name];
}
