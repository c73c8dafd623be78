using System.Text.Json.Nodes;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Examples;

/// <summary>One of the examples, as it is synthesized: its stacks in the order in which they are applied.</summary>
public sealed record Example(string Name, IReadOnlyList<ExampleStack> Stacks)
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Repository.File("examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The example with its state in files beside it, so that no account of anybody's is needed.</summary>
    public static Example Read(string name)
    {
        var whole = File(name);
        return new Example(name, System.IO.File.Exists(whole) ? [ExampleStack.Read(whole)] : InOrder([.. Directory.GetFiles(Path.GetDirectoryName(whole)!, Path.GetFileName(File($"{name}.*"))).Order(StringComparer.Ordinal).Select(ExampleStack.Read)]));
    }

    // Each after those whose state it reads.
    private static List<ExampleStack> InOrder(List<ExampleStack> open)
    {
        var ordered = new List<ExampleStack>();
        while (open.Count > 0)
        {
            var next = open.First(stack => stack.Reads.All(read => ordered.Exists(other => other.Name == read)));
            open.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static string File(string name) => Repository.File("tests", "S2SVpn.Constructs.Tests", "Examples", $"ExampleTests.{name}.verified.json");
}

public sealed record ExampleStack(string Name, JsonObject Json)
{
    private const string ReadPrefix = "cross-stack-reference-input-";

    /// <summary>The names of the stacks whose states it reads.</summary>
    public IEnumerable<string> Reads => (Json["data"]?["terraform_remote_state"]?.AsObject() ?? []).Select(read => read.Key[ReadPrefix.Length..]);

    public static ExampleStack Read(string file)
    {
        var json = ConfigurationSnapshot.Read(file);
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        foreach (var (reference, state) in json["data"]?["terraform_remote_state"]?.AsObject() ?? [])
        {
            state!["backend"] = "local";
            state["config"] = new JsonObject { ["path"] = $"../{reference[ReadPrefix.Length..]}/terraform.tfstate" };
        }

        return new ExampleStack((string)json["//"]!["metadata"]!["stackName"]!, json);
    }

    /// <summary>The same with nothing kept from being destroyed.</summary>
    public string Unprotected()
    {
        var json = Json.DeepClone();
        foreach (var resource in json["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(entry => entry.Value!)))
        {
            resource["lifecycle"]?.AsObject().Remove("prevent_destroy");
        }

        return json.ToJsonString();
    }

    public IEnumerable<string> Types => Json["resource"]!.AsObject().SelectMany(type => type.Value!.AsObject().Select(_ => type.Key));
}
