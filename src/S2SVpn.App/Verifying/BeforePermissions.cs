using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.App.Permissions;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Verifying;

/// <summary>Whether whoever is logged in may do what Terraform will have to: both clouds are asked, and nothing is tried.</summary>
internal static partial class BeforePermissions
{
    private const string Groups = "Microsoft.Resources/subscriptions/";
    private const int MostNamed = 5;

    /// <param name="needed">What Terraform needs.</param>
    /// <param name="site">Where.</param>
    /// <param name="login">Who is logged in, by its ARN.</param>
    /// <param name="ask">Asks AWS.</param>
    public static async Task<IEnumerable<VerifyCheck>> AwsAsync(NeededPermissions needed, AwsSitePlan site, string? login, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
    {
        // The root user may do everything, and can't be simulated.
        if ((site.Role ?? Role(login)) is not { } who || who.EndsWith(":root", StringComparison.Ordinal))
        {
            return [];
        }

        var actions = needed.AwsActions;
        var answer = await ask(["iam", "simulate-principal-policy", "--policy-source-arn", who, "--action-names", .. actions, "--query", "EvaluationResults[?EvalDecision!='allowed'].EvalActionName"]);
        return [Check($"AWS {site.Name}", actions.Count, (answer.Json as JsonArray)?.Select(action => $"{action}").ToList(), answer)];
    }

    /// <summary>Azure tells it of a resource group that is there.</summary>
    public static async Task<IEnumerable<VerifyCheck>> AzureAsync(NeededPermissions needed, AzureSitePlan site, string subscription, Func<IEnumerable<string>, Task<CloudAnswer>> ask)
    {
        if (!site.ResourceGroup.Existing)
        {
            return [];
        }

        var actions = needed.AzureActions.Where(action => !action.StartsWith(Groups, StringComparison.Ordinal)).ToList();
        var answer = await ask(["rest", "--method", "get", "--url",
            // learn.microsoft.com/rest/api/authorization/permissions/list-for-resource-group
            $"https://management.azure.com/subscriptions/{subscription}/resourcegroups/{site.ResourceGroup.Name}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01"]);
        var granted = (answer["value"] as JsonArray)?.OfType<JsonNode>().ToList();
        return [Check($"Azure {site.Name}", actions.Count, granted is null ? null : [.. actions.Where(action => !granted.Exists(role => Has(role, "actions", action) && !Has(role, "notActions", action)))], answer)];
    }

    private static VerifyCheck Check(string name, int count, List<string>? refused, CloudAnswer answer)
    {
        var isGood = refused is { Count: 0 };
        return new VerifyCheck(
            "permissions", name, $"{count} actions allowed", refused is null ? "unknown" : isGood ? "all allowed" : $"{refused.Count} not allowed: {string.Join(", ", refused.Take(MostNamed))}{(refused.Count > MostNamed ? " …" : "")}", isGood,
            isGood ? null : answer.Error ?? "Terraform would stop at the first of them: 'permissions' writes the policy and the role that allow all.");
    }

    // Of an assumed role the session is shown, and the role is what has policies.
    private static string? Role(string? arn) => arn is null ? null : Session().Replace(arn, "$1iam$2role/$3");

    private static bool Has(JsonNode role, string list, string action) => (role[list] as JsonArray)?.Any(pattern =>
        Regex.IsMatch(action, $"^{Regex.Escape($"{pattern}").Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase)) == true;

    [GeneratedRegex("^(arn:[^:]+:)sts(::[0-9]+:)assumed-role/([^/]+)/.*$")]
    private static partial Regex Session();
}
