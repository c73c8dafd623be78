using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>What the simulated AWS has, which is version 6, and version 5.100 of the real provider does not know.</summary>
internal static partial class YoungerAws
{
    /// <summary>
    /// A region for each resource, tunnels of more bandwidth, logs of BGP. A change of nothing else than these can't be
    /// compared: <see cref="Comparable"/> takes it out.
    /// </summary>
    private static readonly string[] Attributes =
        ["region", "tunnel_bandwidth", "vpn_concentrator_id", "bgp_log_enabled", "bgp_log_group_arn", "bgp_log_output_format", "force_destroy", "encryption_support", "primary_network_interface"];

    // The version of the types' schemas, where version 6 has a newer one.
    private static readonly Dictionary<string, long> Versions = new(StringComparer.Ordinal) { ["aws_instance"] = 1 };

    public static JsonNode StateWithout(JsonNode state)
    {
        foreach (var resource in state["resources"]!.AsArray().Where(resource => IsAws((string)resource!["type"]!)))
        {
            foreach (var instance in resource!["instances"]!.AsArray())
            {
                Drop(instance!["attributes"]);
                // Version 5 keeps a hash of the script, version 6 the script.
                if (instance["attributes"] is { } attributes && (string?)attributes["user_data"] is { } script)
                {
                    attributes["user_data"] = HashOf(script);
                }

                if (Versions.TryGetValue((string)resource["type"]!, out var version))
                {
                    instance["schema_version"] = version;
                }
            }
        }

        return state;
    }

    /// <summary>The same for a configuration, whose state is in a file, and which gives what other stacks would tell.</summary>
    public static JsonNode ConfigurationWithout(JsonNode configuration)
    {
        configuration["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject { ["path"] = "terraform.tfstate" } };
        (configuration["data"] as JsonObject)?.Remove("terraform_remote_state");
        configuration = JsonNode.Parse(Addresses().Replace(configuration.ToJsonString(), "198.18.0.1"))!;
        foreach (var provider in configuration["provider"]?["aws"]?.AsArray() ?? [])
        {
            // The account is made up.
            provider!.AsObject().Remove("allowed_account_ids");
            // To plan without a refresh it needs no account, but would ask for the role.
            provider!.AsObject().Remove("assume_role");
        }

        foreach (var type in configuration["resource"]!.AsObject().Concat(configuration["data"]?.AsObject() ?? []).Where(type => IsAws(type.Key)))
        {
            Drop(type.Value);
        }

        return configuration;
    }

    /// <summary>What becomes of each AWS resource by a simulated plan, without what version 5.100 can't know of.</summary>
    /// <param name="plan">What <c>terraform show -json</c> tells of the plan.</param>
    public static IReadOnlyDictionary<string, string> Comparable(JsonNode plan) => (
        from resource in plan["resource_changes"]!.AsArray()
        where (string)resource["mode"]! == "managed" && IsAws((string)resource["type"]!)
        let action = ActionOf(resource["change"]!)
        where action is not "noop"
        select (Address: (string)resource["address"]!, action)).ToDictionary(entry => entry.Address, entry => entry.action, StringComparer.Ordinal);

    [SuppressMessage("Security", "CA5350", Justification = "The provider's choice, which keeps no secret.")]
    private static string HashOf(string script) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(script)));

    private static string ActionOf(JsonNode change) => change["actions"]!.AsArray().Select(action => (string)action!).ToArray() switch
    {
        ["create"] => "create",
        ["delete"] => "delete",
        ["update"] => IsYounger(change) ? "noop" : "update",
        ["no-op"] or ["read"] => "noop",
        _ => "replace",
    };

    private static bool IsYounger(JsonNode change) => JsonNode.DeepEquals(Without(change["before"]), Without(change["after"]))
        && JsonNode.DeepEquals(Without(change["after_unknown"]), new JsonObject());

    private static JsonNode? Without(JsonNode? values)
    {
        var copy = values?.DeepClone();
        Drop(copy);
        return copy;
    }

    private static void Drop(JsonNode? node)
    {
        if (node is JsonObject block)
        {
            foreach (var name in Attributes)
            {
                block.Remove(name);
            }
        }

        foreach (var child in node is JsonObject entries ? entries.Select(entry => entry.Value) : node is JsonArray items ? items : [])
        {
            Drop(child);
        }
    }

    private static bool IsAws(string type) => type.StartsWith("aws_", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\{data\.terraform_remote_state\.[^}]*ip_address\}")]
    private static partial Regex Addresses();
}
