using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Variables that Terraform would ask for, such as the pre-shared keys of a request with <c>keys: variables</c>.</summary>
internal static class MissingVariables
{
    private const string Prefix = "TF_VAR_";
    private const string Folder = "-chdir=";

    // A + in base64 stays one.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Of terraform and of cdktf.
    private static readonly string[] Asking = ["plan", "apply", "destroy", "refresh", "import", "console", "deploy", "diff", "watch"];

    /// <summary>Which to set, and how; null where none is missing, or the command is no Terraform.</summary>
    /// <param name="command">The command, with its arguments.</param>
    public static string? Of(IReadOnlyList<string> command)
    {
        var isTerraform = Path.GetFileNameWithoutExtension(command[0]) is "terraform" or "tofu";
        // npx cdktf, npx cdktn, and the like.
        var isCdktf = !isTerraform && command.Any(word => Path.GetFileNameWithoutExtension(word) is "cdktf" or "cdktf-cli" or "cdktn" or "cdktn-cli");
        if (!command.Any(Asking.Contains) || !(isCdktf || isTerraform))
        {
            return null;
        }

        var folder = command.FirstOrDefault(word => word.StartsWith(Folder, StringComparison.Ordinal))?[Folder.Length..] ?? ".";
        var stacks = Path.Combine(folder, "cdktf.out", "stacks");
        string[] folders = !isCdktf ? [folder] : Directory.Exists(stacks) ? Directory.GetDirectories(stacks) : [];
        var missing = folders.SelectMany(each => Asked(each, command)).DistinctBy(variable => variable.Name, StringComparer.Ordinal).OrderBy(variable => variable.Name, StringComparer.Ordinal).ToList();
        var set = OperatingSystem.IsWindows() ? "set " : "export ";
        return missing.Count == 0 ? null : string.Join('\n',
        [
            "These variables have no value, and Terraform asks for them. Here any key will do, of 8 to 64 letters, digits, dots and underscores, another for each tunnel:",
            .. missing.Select(variable => $"  {set}{Prefix}{variable.Name}={(variable.IsPairs ? $"'{SimulatedKey.For(variable.Name, variable.Value).ToJsonString(Plain)}'" : SimulatedKey.Of(variable.Name))}"),
        ]);
    }

    private static IEnumerable<Variable> Asked(string folder, IReadOnlyList<string> command)
    {
        var given = string.Join('\n', [.. VariableFiles.In(folder).Select(file => Read(file) ?? ""), .. command.Where(word => word.Contains('=', StringComparison.Ordinal)), .. FilesOf(command, folder)]);
        return Declared(Path.Combine(folder, "cdk.tf.json"))
            .Where(variable => Environment.GetEnvironmentVariable(Prefix + variable.Name) is null && !given.Contains(variable.Name, StringComparison.Ordinal));
    }

    private static IEnumerable<Variable> Declared(string file)
    {
        if (Read(file) is not { } text)
        {
            return [];
        }

        try
        {
            return [.. (JsonNode.Parse(text)?["variable"] as JsonObject ?? []).Where(variable => variable.Value is JsonObject own && !own.ContainsKey("default")).Select(variable => new Variable(variable.Key, variable.Value))];
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Terraform says it better.
            return [];
        }
    }

    // -var-file=FILE, or FILE as the next word; cdktf has two dashes.
    private static IEnumerable<string> FilesOf(IReadOnlyList<string> command, string folder) => command
        .Select((word, index) => word.TrimStart('-') switch
        {
            "var-file" => command.ElementAtOrDefault(index + 1),
            var other when other.StartsWith("var-file=", StringComparison.Ordinal) => other["var-file=".Length..],
            _ => null,
        })
        .OfType<string>()
        .SelectMany(file => new[] { Read(Path.Combine(folder, file)) ?? "", Read(file) ?? "" });

    private sealed record Variable(string Name, JsonNode? Value)
    {
        public bool IsPairs => SimulatedKey.IsPairs(Value);
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
