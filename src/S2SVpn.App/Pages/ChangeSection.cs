using System.Text.Json.Nodes;

namespace S2SVpn.App.Pages;

/// <summary>The forecast of a change, as <c>diff --format json</c> wrote it.</summary>
internal static class ChangeSection
{
    public static void Add(Html html, JsonNode? change)
    {
        if (change is null)
        {
            return;
        }

        html.Heading("Forecast of the change").Paragraph(Text(change["head"]));
        if (change["refusal"] is { } refusal)
        {
            html.Paragraph(Text(refusal));
        }

        var forecast = change["forecast"];
        if (Rows(forecast?["tunnels"]) is { Count: > 0 } tunnels)
        {
            html.Table(["Tunnel", "Link", "Down, in minutes from the start"], tunnels.Select(tunnel => (IReadOnlyList<string>)
                [Text(tunnel["name"]), Text(tunnel["link"]), string.Join(", ", Rows(tunnel["down"]).Select(time => $"{time["from"]} to {time["to"]}")) is { Length: > 0 } down ? down : "never"]));
        }

        if (Rows(forecast?["changes"]) is { Count: > 0 } changes)
        {
            html.Table(["Resource", "What happens", "By the line"], changes.Select(one => (IReadOnlyList<string>)
                [Text(one["address"]), Text(one["action"]), string.Join("; ", Rows(one["lines"]).Select(Text))]));
        }

        if (Rows(change["notes"]) is { Count: > 0 } notes)
        {
            html.List(notes.Select(Text));
        }
    }

    private static List<JsonNode> Rows(JsonNode? node) => node is JsonArray array ? [.. array.OfType<JsonNode>()] : [];

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
