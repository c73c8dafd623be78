using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>A synthesized stack in a folder, perhaps edited since, with the state beside it. It is only read.</summary>
/// <param name="Name">Its name, which is that of its folder.</param>
/// <param name="Configuration">Its JSON.</param>
/// <param name="State">What Terraform recorded of it; null where it is not deployed.</param>
public sealed record StackFolder(string Name, string Configuration, string? State)
{
    /// <summary>The files of values that Terraform reads by itself, with their texts, in its order.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Values { get; init; } = [];

    // What Terraform writes since 0.12.
    internal const int StateVersion = 4;

    private const string File = "cdk.tf.json";

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>The stack of a folder, or those of a whole <c>cdktf.out</c> in the order in which they are applied.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="request">The request that says what was designed.</param>
    /// <param name="stacks">The names of its stacks, in that order.</param>
    /// <exception cref="OfflineException">It can't be read, or is of another request.</exception>
    public static IReadOnlyList<StackFolder> Read(string folder, string request, IReadOnlyList<string> stacks)
    {
        var folders = System.IO.File.Exists(Path.Combine(folder, File)) ? [folder] : FoldersOf(folder);
        var read = folders.Select(each => (Folder: each, Stack: ReadOne(each))).ToList();
        // A folder that was copied may have any name: its resources begin with the stack's.
        if (read is [var only] && stacks is [var asked] && only.Stack.Name != asked && only.Stack.Configuration.Contains($"\"{asked}-", StringComparison.Ordinal))
        {
            return [only.Stack with { Name = asked }];
        }

        foreach (var (each, stack) in read.Where(each => !stacks.Contains(each.Stack.Name)))
        {
            throw new OfflineException($"{each} is the stack {stack.Name}, and {request} describes {string.Join(", ", stacks)}. Give the request that it was made from ('--request FILE').");
        }

        return stacks.Except(read.Select(each => each.Stack.Name)).FirstOrDefault() is { } missing
            ? throw new OfflineException($"{folder} has no stack {missing}, which {request} describes. A rehearsal needs all of its stacks: give the folder 'cdktf.out' that has them.")
            : [.. read.Select(each => each.Stack).OrderBy(stack => stacks.ToList().IndexOf(stack.Name))];
    }

    private static List<string> FoldersOf(string folder)
    {
        var stacks = Path.Combine(folder, "stacks");
        List<string> found = Directory.Exists(stacks) ? [.. Directory.GetDirectories(stacks).Where(each => System.IO.File.Exists(Path.Combine(each, File)))] : [];
        return found.Count > 0 ? found : throw new OfflineException($"{folder} has neither a {File} nor stacks/NAME/{File}. Give the folder of a synthesized stack, or a whole 'cdktf.out'.");
    }

    private static StackFolder ReadOne(string folder)
    {
        var file = Path.Combine(folder, File);
        var configuration = Parse(file, ReadText(file), "Terraform's JSON");
        if (Directory.EnumerateFiles(folder).FirstOrDefault(other => Path.GetFileName(other) != File && (other.EndsWith(".tf", StringComparison.Ordinal) || other.EndsWith(".tf.json", StringComparison.Ordinal))) is { } second)
        {
            throw new OfflineException($"{second} lies beside {File}, and a rehearsal reads only that one. Put what it says into {File}.");
        }

        if (StackContent.Refusal(configuration) is { } refusal)
        {
            throw new OfflineException($"{file}: {refusal}");
        }

        return new StackFolder(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), configuration.ToJsonString(), StateOf(folder, configuration))
        {
            Values = [.. VariableFiles.In(folder).Select(values => KeyValuePair.Create(Path.GetFileName(values), ReadText(values)))],
        };
    }

    private static string? StateOf(string folder, JsonObject configuration)
    {
        var path = StackContent.Text(configuration, "terraform", "backend", "local", "path") ?? "terraform.tfstate";
        var file = Path.Combine(folder, path);
        // Terraform leaves an empty one where it was stopped before it wrote.
        if (!System.IO.File.Exists(file) || ReadText(file) is not { Length: > 0 } text)
        {
            return null;
        }

        var state = Parse(file, text, "a Terraform state");
        return state["version"] is JsonValue version && version.TryGetValue<int>(out var number) && number != StateVersion
            ? throw new OfflineException($"{file} is a state of version {number}, and a rehearsal reads version {StateVersion}. 'terraform apply' with Terraform 0.12 or later writes it.")
            : state["version"] is null || state["resources"] is not JsonArray
            ? throw new OfflineException($"{file} is not a Terraform state: it has no version or no list of resources.")
            : StackContent.RefusalOfState(state) is { } refusal
            ? throw new OfflineException($"{file}: {refusal}")
            : text;
    }

    private static string ReadText(string file)
    {
        try
        {
            // A pipe or a device has no length, and may have no end.
            return new FileInfo(file).Length == 0 ? "" : System.IO.File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OfflineException($"{file} can't be read: {exception.Message}");
        }
    }

    private static JsonObject Parse(string file, string text, string what)
    {
        try
        {
            return JsonNode.Parse(text, nodeOptions: null, Once) as JsonObject ?? throw new OfflineException($"{file} is not {what}: it has to be an object, '{{ … }}'.");
        }
        catch (JsonException exception) when (exception.LineNumber is null)
        {
            throw new OfflineException($"{file} is not {what}: an object in it has a name twice.");
        }
        catch (JsonException exception)
        {
            // The parser's own words may quote what is there, and a state has keys in it.
            throw new OfflineException($"{file} is not {what}: it is not valid JSON in line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.");
        }
    }
}
