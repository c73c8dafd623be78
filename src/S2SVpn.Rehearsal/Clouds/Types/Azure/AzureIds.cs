using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>
/// Ids as Azure Resource Manager has them (learn.microsoft.com/rest/api/resources). They follow from the names: two
/// resources of one name are one resource.
/// </summary>
internal static class AzureIds
{
    // Where the word is not the Terraform type's, written in one and plural.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["key_vault"] = "vaults",
        ["linux_virtual_machine"] = "virtualMachines",
        ["log_analytics_workspace"] = "workspaces",
        ["management_lock"] = "locks",
        ["monitor_action_group"] = "actionGroups",
        ["monitor_metric_alert"] = "metricAlerts",
        ["network_security_rule"] = "securityRules",
        ["public_ip"] = "publicIPAddresses",
        ["user_assigned_identity"] = "userAssignedIdentities",
        ["virtual_network_gateway_connection"] = "connections",
        ["virtual_network_peering"] = "virtualNetworkPeerings",
    };

    public static string Of(CreateContext context)
    {
        var (planned, subscription) = (context.Planned, $"/subscriptions/{AzureCloud.Subscription(context.Settings)}");
        var type = context.Type["azurerm_".Length..];
        var name = planned.Text("name") ?? context.Hash(8);
        if (type == "resource_group")
        {
            return $"{subscription}/resourceGroups/{name}";
        }

        if (planned.Text("resource_group_name") is { } group)
        {
            var parents = context.Session.Cloud.Schema.Resources.TryGetValue(context.Type, out var schema)
                ? schema.Block.Attributes
                    .Where(attribute => attribute.Value.Required && attribute.Key.EndsWith("_name", StringComparison.Ordinal) && attribute.Key != "resource_group_name")
                    .Select(attribute => $"{Word(attribute.Key[..^"_name".Length])}/{planned.Text(attribute.Key)}/")
                : [];
            return $"{subscription}/resourceGroups/{group}/providers/{AzureNamespaces.Of(type)}/{string.Concat(parents)}{Word(type)}/{name}";
        }

        // A resource without a resource group of its own belongs to the resource whose id it names.
        var parent = planned.Values.Values.OfType<Values.TextValue>().Select(text => text.Text)
            .FirstOrDefault(text => text.StartsWith("/subscriptions/", StringComparison.Ordinal));
        return $"{parent ?? subscription}/providers/{AzureNamespaces.Of(type)}/{Word(type)}/{name}";
    }

    private static string Word(string type) => Words.GetValueOrDefault(type) ?? Plural(Camel(type.Split('_')));

    private static string Camel(string[] words) => words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Plural(string word) => word switch
    {
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => $"{word[..^1]}ies",
        [.., 's'] => word,
        _ => $"{word}s",
    };
}
