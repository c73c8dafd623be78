using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// Keeps the states of synthesized stacks in files on this machine: what runs against simulated clouds has nothing to do with
/// where the real states are kept, neither a stack's own nor those that it reads of other stacks.
/// </summary>
internal static class LocalStates
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

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
            // A data source has the name of its stack at the end of its own.
            var other = written.FirstOrDefault(state => name.EndsWith(state.Key, StringComparison.Ordinal)).Value
                ?? throw new OfflineException($"data.terraform_remote_state.{name} reads a state of a stack that was not applied before.");
            (read!["backend"], read["config"]) = ("local", new JsonObject { ["path"] = other });
            _ = read.AsObject().Remove("workspace");
        }

        // Terraform shows the lines that an error is about.
        return json.ToJsonString(Indented);
    }
}
