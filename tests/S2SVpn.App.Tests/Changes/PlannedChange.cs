using System.Text.Json.Nodes;

namespace S2SVpn.App.Tests.Changes;

/// <summary>What becomes of one resource in a plan of Terraform's.</summary>
internal sealed record PlannedChange(string Action, string Type, string Address)
{
    /// <summary>All that a plan does to what the clouds have.</summary>
    public static IReadOnlyList<PlannedChange> Of(JsonNode plan) =>
    [
        .. plan["resource_changes"]!.AsArray()
            .Where(change => (string)change!["mode"]! == "managed" && (string)change["type"]! != "terraform_data")
            .Select(change => new PlannedChange(
                ActionOf([.. change!["change"]!["actions"]!.AsArray().Select(action => (string)action!)]), (string)change["type"]!, (string)change["address"]!))
            .Where(change => change.Action != "no-op"),
    ];

    private static string ActionOf(string[] actions) => actions is [var only] ? only : "replace";
}
