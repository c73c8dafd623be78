using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The role of a machine in AWS, as far as Terraform's state knows it.</summary>
internal sealed class AwsRole(TerraformState state, StateResource role)
{
    private const string Policies = "aws_iam_role_policy";

    // AWS's own policies that give every secret: docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html.
    private static readonly string[] AllPowerful = ["AdministratorAccess", "PowerUserAccess", "SecretsManagerReadWrite"];

    public StateResource Resource => role;

    /// <summary>Its own policies.</summary>
    public IEnumerable<StateResource> Own => state.OfType(Policies).Where(policy => policy.Text("role") == role.Text("name"));

    /// <summary>Who may take it: the statements of its trust policy.</summary>
    public IEnumerable<AwsStatement> Trust => Statements(role, "assume_role_policy");

    /// <summary>What it may and may not do.</summary>
    public IEnumerable<AwsStatement> Rights => Own.SelectMany(policy => Statements(policy, "policy")).Concat(
        from attached in state.OfType("aws_iam_role_policy_attachment")
        where attached.Text("role") == role.Text("name") && AllPowerful.Contains(attached.Text("policy_arn")?.Split('/')[^1])
        select new AwsStatement(attached, new JsonObject { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*" }));

    /// <summary>The role of a machine's instance profile; null where it isn't in the state, so that it may have any right.</summary>
    public static AwsRole? Of(ApplianceMachineNode machine) =>
        machine.State.OfType("aws_iam_instance_profile").FirstOrDefault(each => each.Text("name") == machine.Instance.Text("iam_instance_profile"))?.Text("role") is { } name
        && machine.State.OfType("aws_iam_role").FirstOrDefault(each => each.Text("name") == name) is { } found ? new AwsRole(machine.State, found) : null;

    private static IEnumerable<AwsStatement> Statements(StateResource policy, string attribute) =>
        AwsStatement.Items(JsonNode.Parse(policy.Text(attribute) ?? "{}")?["Statement"]).Select(statement => new AwsStatement(policy, statement));
}

/// <summary>A statement of a policy: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.</summary>
/// <param name="Policy">The resource that has it.</param>
/// <param name="Json">What it says.</param>
internal sealed record AwsStatement(StateResource Policy, JsonNode Json)
{
    // Always so for a machine that reads its own secret over HTTPS.
    private static readonly string[] Met = ["kms:EncryptionContext:SecretARN", "kms:ViaService", "aws:SecureTransport"];

    public bool Allows => (string?)Json["Effect"] == "Allow";

    /// <summary>Whether it holds without any condition.</summary>
    public bool IsAlways => Json["Condition"] is null;

    /// <summary>The keys of conditions that nothing but AWS can judge.</summary>
    public IReadOnlyList<string> Conditions =>
        [.. (Json["Condition"] as JsonObject ?? []).SelectMany(test => (test.Value as JsonObject ?? []).Select(each => each.Key)).Except(Met, StringComparer.OrdinalIgnoreCase)];

    public IEnumerable<string> Resources => Items(Json["Resource"]).Select(item => (string)item!);

    /// <summary>The services that it is for, of a role's trust.</summary>
    public IEnumerable<string> Services => Json["Principal"] is JsonObject who ? Items(who["Service"]).Select(item => (string)item!) : [];

    public bool IsAbout(string action) => Items(Json["Action"]).Any(pattern => Fits((string)pattern!, action));

    /// <param name="action">Such as <c>ec2:ReplaceRoute</c>.</param>
    /// <param name="resource">An ARN, or the last part of one.</param>
    public bool IsAbout(string action, string resource) => IsAbout(action)
        && Resources.Any(pattern => pattern == "*" || Fits(resource.StartsWith("arn:", StringComparison.Ordinal) ? pattern : pattern.Split(':')[^1], resource));

    public static IEnumerable<JsonNode> Items(JsonNode? one) => one is JsonArray several ? several.OfType<JsonNode>() : one is null ? [] : [one];

    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase);
}
