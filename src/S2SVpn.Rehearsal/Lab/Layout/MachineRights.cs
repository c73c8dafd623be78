using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What a machine may do in its cloud: read the keys of its tunnels, and where it is one of two, move the routes.</summary>
internal sealed class MachineRights(TerraformState state, ApplianceMachineNode machine)
{
    /// <exception cref="LabException">Its role does not allow something that the machine has to do.</exception>
    public void Require()
    {
        var known = machine.Known;
        foreach (var secret in known["tunnels"]!.AsArray().Select(tunnel => (string)tunnel!["secret"]!).Distinct())
        {
            Require(machine.Cloud == Cloud.Aws ? MayInAws("secretsmanager:GetSecretValue", secret) : MayRead(secret), $"fetch a key from {secret}", machine.Cloud == Cloud.Aws ? "aws_iam_role_policy" : "azurerm_key_vault");
        }

        foreach (var table in known["twin"]?["tables"]?.AsArray().Select(table => (string)table!) ?? [])
        {
            Require(machine.Cloud == Cloud.Aws ? MayInAws("ec2:ReplaceRoute", $"route-table/{table}") : MayMoveRoutesOf(table), $"replace the routes of {table}", machine.Cloud == Cloud.Aws ? "aws_iam_role_policy" : "azurerm_role_assignment");
        }
    }

    private void Require(bool may, string what, string by)
    {
        if (!may)
        {
            throw new LabException($"{machine.Instance} may not {what}: nothing in Terraform's state allows it to ({by}).");
        }
    }

    // A role that is not in the state, or has policies that are not, may have any right.
    private bool MayInAws(string action, string resource)
    {
        if (state.OfType("aws_iam_instance_profile").FirstOrDefault(each => each.Text("name") == machine.Instance.Text("iam_instance_profile"))?.Text("role") is not { } role)
        {
            return machine.Instance.Text("iam_instance_profile") is not null;
        }

        var statements = state.OfType("aws_iam_role_policy").Where(policy => policy.Text("role") == role)
            .SelectMany(policy => Items(JsonNode.Parse(policy.Text("policy") ?? "{}")?["Statement"]));
        return statements.Any(statement => (string?)statement["Effect"] == "Allow"
            && Items(statement["Action"]).Any(pattern => Fits((string)pattern!, action, whole: true))
            && Items(statement["Resource"]).Any(pattern => Fits((string)pattern!, resource, whole: resource.StartsWith("arn:", StringComparison.Ordinal))));
    }

    private bool MayRead(string secret)
    {
        var vault = state.OfType("azurerm_key_vault_secret").FirstOrDefault(each => each.Text("versionless_id") == secret || each.Text("id") == secret)?.Text("key_vault_id");
        return state.Find("azurerm_key_vault", vault) is not { } found
            || found.Flag("rbac_authorization_enabled") || found.Flag("enable_rbac_authorization")
            || found.Blocks("access_policy").Any(policy => Principals.Contains(policy.Text("object_id")) && policy.Texts("secret_permissions").Contains("Get"))
            || state.OfType("azurerm_key_vault_access_policy").Any(policy => TerraformState.Same(policy.Text("key_vault_id"), vault) && Principals.Contains(policy.Text("object_id")) && policy.Texts("secret_permissions").Contains("Get"));
    }

    private bool MayMoveRoutesOf(string table) => state.OfType("azurerm_role_assignment").Any(role => Principals.Contains(role.Text("principal_id")) && TerraformState.Same(role.Text("scope"), table));

    private IEnumerable<string?> Principals => machine.Instance.Blocks("identity").SelectMany(identity => identity.Texts("identity_ids"))
        .Select(id => state.Find("azurerm_user_assigned_identity", id)?.Text("principal_id")).OfType<string>();

    private static IEnumerable<JsonNode> Items(JsonNode? one) => one is JsonArray several ? several.OfType<JsonNode>() : one is null ? [] : [one];

    private static bool Fits(string pattern, string text, bool whole) =>
        pattern == "*" || Regex.IsMatch(text, $"^{Regex.Escape(whole ? pattern : pattern.Split(':')[^1]).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase);
}
