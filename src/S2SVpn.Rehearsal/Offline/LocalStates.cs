using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// Keeps the states of synthesized stacks in files on this machine: what runs against simulated clouds has nothing to do with
/// where the real states are kept, neither a stack's own nor those that it reads of other stacks.
/// </summary>
internal static class LocalStates
{
    private const string Prefix = "cross-stack-reference-input-";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The names of the stacks whose states a stack reads.</summary>
    public static IReadOnlyList<string> ReadBy(string configuration) =>
        [.. (JsonNode.Parse(configuration)!["data"]?["terraform_remote_state"]?.AsObject() ?? []).Select(read => StackOf(read.Key))];

    /// <param name="configuration">A stack's JSON.</param>
    /// <param name="stateFile">Where its state goes, seen from its folder.</param>
    /// <param name="written">The state files of the stacks that were applied before, by the stack's name.</param>
    /// <exception cref="OfflineException">It reads the state of a stack that was not applied before.</exception>
    public static string Use(string configuration, string stateFile, IReadOnlyDictionary<string, string> written)
    {
        var json = JsonNode.Parse(configuration)!;
        var terraform = json["terraform"]!.AsObject();
        _ = terraform.Remove("cloud");
        terraform["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = stateFile } };
        foreach (var (name, read) in json["data"]?["terraform_remote_state"]?.AsObject() ?? [])
        {
            var other = written.GetValueOrDefault(StackOf(name))
                ?? throw new OfflineException($"data.terraform_remote_state.{name} reads a state of a stack that was not applied before.");
            (read!["backend"], read["config"]) = ("local", new JsonObject { ["path"] = other });
            _ = read.AsObject().Remove("workspace");
        }

        // Terraform shows the lines that an error is about.
        return json.ToJsonString(Indented);
    }

    // CDKTF puts the stack's name at the end of the data source's.
    private static string StackOf(string dataSource) => dataSource.StartsWith(Prefix, StringComparison.Ordinal) ? dataSource[Prefix.Length..] : dataSource;
}
