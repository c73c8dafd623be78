using System.Text.Json;

namespace S2SVpn.Rehearsal.Changes.Run;

/// <summary>
/// Reads what Terraform says with <c>-json</c>: one message a line
/// (developer.hashicorp.com/terraform/internals/machine-readable-ui).
/// </summary>
internal static class TerraformMessages
{
    public static IReadOnlyList<ChangeError> Errors(IReadOnlyList<JsonElement> messages) =>
        [.. from message in messages
            where Text(message, "type") == "diagnostic"
            let diagnostic = message.GetProperty("diagnostic")
            where Text(diagnostic, "severity") == "error"
            select new ChangeError(Text(diagnostic, "summary") ?? "", Text(diagnostic, "detail") ?? "", Text(diagnostic, "address"))];

    public static IReadOnlyList<ChangeOperation> Operations(IReadOnlyList<JsonElement> messages, int stack, int first)
    {
        var (operations, place) = (new List<ChangeOperation>(), first);
        foreach (var message in messages)
        {
            if (Text(message, "type") is not ("apply_start" or "apply_complete" or "apply_errored") || Kind(message) is not { } kind)
            {
                continue;
            }

            var resource = message.GetProperty("hook").GetProperty("resource");
            var address = Text(resource, "addr")!;
            place++;
            if (Text(message, "type") == "apply_start")
            {
                operations.Add(new ChangeOperation(stack, address, Text(resource, "resource_type")!, kind, place, null));
            }
            else if (Text(message, "type") == "apply_complete" && operations.FindLastIndex(each => each.Address == address && each.Action == kind) is var found and >= 0)
            {
                operations[found] = operations[found] with { End = place };
            }
        }

        return operations;
    }

    public static IReadOnlyList<JsonElement> Read(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)];

    private static OperationKind? Kind(JsonElement message) => Text(message.GetProperty("hook"), "action") switch
    {
        "create" => OperationKind.Create,
        "update" => OperationKind.Update,
        "delete" => OperationKind.Delete,
        // What only is read is no operation.
        _ => null,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
