using System.Text.Json.Nodes;
using S2SVpn.App.Reports;

namespace S2SVpn.App.Permissions;

/// <summary>What Terraform has to be allowed in both clouds, for what it would deploy.</summary>
internal sealed class NeededPermissions
{
    private readonly bool _plansOnly;

    /// <param name="types">The types of the synthesized stacks, with "data." before data sources.</param>
    /// <param name="plansOnly">Whether nothing is applied.</param>
    public NeededPermissions(IEnumerable<string> types, bool plansOnly)
    {
        _plansOnly = plansOnly;
        var table = All.ToDictionary(entry => entry.Type, StringComparer.Ordinal);
        Types = [.. types.Distinct().Order(StringComparer.Ordinal).Where(table.ContainsKey).Select(type => table[type])];
    }

    public static IEnumerable<TypePermissions> All => AwsPermissions.All.Concat(AzurePermissions.All);

    public IReadOnlyList<TypePermissions> Types { get; }

    /// <summary>The types of a synthesized stack that a cloud is asked for.</summary>
    public static IEnumerable<string> TypesOf(string configuration)
    {
        var json = JsonNode.Parse(configuration)!;
        return Keys(json["resource"]).Concat(Keys(json["data"]).Select(type => $"data.{type}"));
    }

    /// <summary>The actions of a type that are needed.</summary>
    public IEnumerable<string> Of(TypePermissions type) => _plansOnly ? type.Read : type.Read.Concat(type.Write);

    /// <summary>Everything that is needed in AWS.</summary>
    public IReadOnlyList<string> AwsActions => [.. Actions(type => type.IsAws)];

    /// <summary>Everything that is needed in Azure, but for the data of vaults.</summary>
    public IReadOnlyList<string> AzureActions => [.. Actions(type => type.IsAzure).Where(action => !IsData(action))];

    /// <summary>An IAM policy.</summary>
    public string AwsPolicy() => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = _plansOnly ? "S2SVpnPlan" : "S2SVpnApply",
            ["Effect"] = "Allow",
            ["Action"] = Array(Actions(type => type.IsAws).Prepend("sts:GetCallerIdentity").Order(StringComparer.Ordinal)),
            ["Resource"] = "*",
        }),
    }.ToText();

    /// <summary>A custom role.</summary>
    public string AzureRole(string name, string? subscription)
    {
        var actions = Actions(type => type.IsAzure).ToList();
        return new JsonObject
        {
            ["Name"] = $"{name} {(_plansOnly ? "plan" : "apply")}",
            ["IsCustom"] = true,
            ["Description"] = $"What Terraform needs to {(_plansOnly ? "plan" : "plan and apply")} {name}.",
            ["Actions"] = Array(actions.Where(action => !IsData(action)).Prepend("Microsoft.Resources/subscriptions/providers/read").Order(StringComparer.Ordinal)),
            ["NotActions"] = new JsonArray(),
            ["DataActions"] = Array(actions.Where(IsData)),
            ["NotDataActions"] = new JsonArray(),
            ["AssignableScopes"] = Array([$"/subscriptions/{subscription ?? "00000000-0000-0000-0000-000000000000"}"]),
        }.ToText();
    }

    private static bool IsData(string action) => action.StartsWith(AzurePermissions.DataPrefix, StringComparison.Ordinal);

    private IEnumerable<string> Actions(Func<TypePermissions, bool> isOf) => Types.Where(isOf).SelectMany(Of).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(JsonNode? node) => node?.AsObject().Select(entry => entry.Key) ?? [];

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
