using System.Text;
using System.Text.Json.Nodes;
using S2SVpn.App.Reports;

namespace S2SVpn.App.Explaining;

/// <summary>Writes an explanation for a terminal, a page or a program.</summary>
internal static class ExplanationWriter
{
    public static string Text(Explanation explanation, int width)
    {
        var text = new StringBuilder();
        foreach (var section in explanation.Sections)
        {
            text.Append(section.Title).Append('\n');
            foreach (var sentence in section.Sentences)
            {
                text.Append("- ").AppendJoin("\n  ", TextWrapping.Wrap(sentence, width - 2, width - 2)).Append('\n');
            }

            text.Append('\n');
        }

        return text.Append("Tunnels\n").Append(PlanTable.Tunnels(explanation.Plan, width))
            .Append("\nWhat the request left open\n").Append(PlanTable.Choices(explanation.Choices, width)).Append('\n')
            .Append(PlanTable.Notes(explanation.Notes, width)).ToString().TrimEnd('\n') + "\n";
    }

    public static string Markdown(Explanation explanation)
    {
        var text = new StringBuilder($"# {explanation.Title}\n");
        foreach (var section in explanation.Sections)
        {
            text.Append($"\n## {section.Title}\n\n").AppendJoin('\n', section.Sentences.Select(sentence => $"- {sentence}")).Append('\n');
        }

        text.Append("\n## Tunnels\n\n| tunnel | inside network | AWS address | Azure address |\n|---|---|---|---|\n");
        text.Append(string.Concat(explanation.Plan.Tunnels.Select(tunnel =>
            $"| {tunnel.Link} {tunnel.Id} | {tunnel.Inside} | {tunnel.AwsAddress} | {tunnel.AzureAddress} |\n")));
        text.Append("\n## What the request left open\n\n| chosen | value | line that changes it | why |\n|---|---|---|---|\n");
        text.Append(string.Concat(explanation.Choices.Select(choice => $"| {choice.What} | {choice.Value} | `{choice.Line}` | {choice.Why} |\n")));
        if (explanation.Notes.Count > 0)
        {
            text.Append("\n## Before it is applied\n\n");
            text.Append(string.Concat(explanation.Notes.Select(note => $"- {note.Text}{(note.Command is { } command ? $"\n\n  ```sh\n  {command}\n  ```\n" : "")}\n")));
        }

        return text.ToString();
    }

    public static string Json(Explanation explanation) => new JsonObject
    {
        ["name"] = explanation.Title,
        ["sections"] = Array(explanation.Sections, section => new JsonObject { ["title"] = section.Title, ["sentences"] = Array(section.Sentences, sentence => sentence) }),
        ["tunnels"] = Array(explanation.Plan.Tunnels, tunnel => new JsonObject
        {
            ["link"] = tunnel.Link,
            ["tunnel"] = tunnel.Id,
            ["inside"] = $"{tunnel.Inside}",
            ["aws"] = $"{tunnel.AwsAddress}",
            ["azure"] = $"{tunnel.AzureAddress}",
        }),
        ["choices"] = Array(explanation.Choices, choice => new JsonObject { ["what"] = choice.What, ["value"] = choice.Value, ["line"] = choice.Line, ["why"] = choice.Why }),
        ["notes"] = Array(explanation.Notes, note => new JsonObject { ["text"] = note.Text, ["command"] = note.Command }),
    }.ToText();

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> node) => new([.. items.Select(node)]);
}
