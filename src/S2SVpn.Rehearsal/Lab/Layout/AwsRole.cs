using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>The role of a machine in AWS, as far as Terraform's state knows it.</summary>
internal sealed class AwsRole(TerraformState state, StateResource profile, StateResource role)
{
    private const string Policies = "aws_iam_role_policy";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    // AWS's own policies that give every secret: docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html.
    private static readonly string[] AllPowerful = ["AdministratorAccess", "PowerUserAccess", "SecretsManagerReadWrite"];

    // Those of them that give what a machine needs of a service, or of every one.
    private static readonly (string? Service, string Policy)[] Wide =
    [
        (null, "AdministratorAccess"), (null, "PowerUserAccess"), ("secretsmanager", "SecretsManagerReadWrite"),
        ("ec2", "AmazonEC2FullAccess"), ("ec2", "AmazonVPCFullAccess"), ("ec2", "NetworkAdministrator"),
    ];

    public StateResource Resource => role;

    /// <summary>What gives it to the machine.</summary>
    public StateResource Profile => profile;

    /// <summary>Its own policies.</summary>
    public IEnumerable<StateResource> Own => state.OfType(Policies).Where(policy => policy.Text("role") == role.Text("name"));

    /// <summary>Policies by which another role has an action twice: one of them was to be its own.</summary>
    /// <param name="action">Such as <c>ec2:ReplaceRoute</c>.</param>
    public IEnumerable<StateResource> Astray(string action) =>
        from policies in state.OfType(Policies).Where(policy => Statements(policy, "policy").Any(statement => statement.Allows && statement.IsAbout(action))).GroupBy(policy => policy.Text("role"))
        where policies.Key != role.Text("name") && policies.Count() > 1
        from policy in policies
        select policy;

    /// <summary>Who may take it: the statements of its trust policy.</summary>
    public IEnumerable<AwsStatement> Trust => Statements(role, "assume_role_policy");

    /// <summary>What it may and may not do.</summary>
    public IEnumerable<AwsStatement> Rights => Own.SelectMany(policy => Statements(policy, "policy")).Concat(
        from attached in state.OfType("aws_iam_role_policy_attachment")
        where attached.Text("role") == role.Text("name") && AllPowerful.Contains(attached.Text("policy_arn")?.Split('/')[^1])
        select new AwsStatement(attached, JsonNode.Parse(Everything)!));

    /// <summary>The policy beyond which its own policies give it nothing; null for none.</summary>
    public string? Boundary => role.Text("permissions_boundary");

    /// <summary>Whether its boundary allows an action; null where the boundary is not known.</summary>
    /// <param name="action">Such as <c>ec2:ReplaceRoute</c>.</param>
    /// <param name="resource">An ARN, or the last part of one.</param>
    public bool? IsWithin(string action, string resource)
    {
        if (Boundary is not { } boundary)
        {
            return true;
        }

        if (state.OfType("aws_iam_policy").FirstOrDefault(policy => policy.Text("arn") == boundary) is { } own)
        {
            return Statements(own, "policy").Any(statement => statement.Allows && statement.IsAbout(action, resource))
                && !Statements(own, "policy").Any(statement => !statement.Allows && statement.IsAbout(action, resource));
        }

        var service = action.Split(':')[0];
        return !boundary.Contains(":iam::aws:policy/", StringComparison.Ordinal) ? null
            : Wide.Any(each => (each.Service is null || each.Service == service) && each.Policy == boundary.Split('/')[^1]);
    }

    /// <summary>The role of a machine's instance profile; null where it isn't in the state, so that it may have any right.</summary>
    public static AwsRole? Of(ApplianceMachineNode machine) =>
        machine.State.OfType("aws_iam_instance_profile").FirstOrDefault(each => each.Text("name") == machine.Instance.Text("iam_instance_profile")) is { } profile
        && machine.State.OfType("aws_iam_role").FirstOrDefault(each => each.Text("name") == profile.Text("role")) is { } found ? new AwsRole(machine.State, profile, found) : null;

    private static IEnumerable<AwsStatement> Statements(StateResource policy, string attribute) =>
        AwsStatement.Items(JsonNode.Parse(policy.Text(attribute) ?? "{}")?["Statement"]).Select(statement => new AwsStatement(policy, statement));
}

/// <summary>A statement of a policy: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.</summary>
/// <param name="Policy">The resource that has it.</param>
/// <param name="Json">What it says.</param>
internal sealed record AwsStatement(StateResource Policy, JsonNode Json)
{
    public bool Allows => (string?)Json["Effect"] == "Allow";

    /// <summary>Whether it holds in a call of which that is known; null where only AWS can tell.</summary>
    public bool? Holds(IReadOnlyDictionary<string, string> known) => AwsCondition.Hold(Json["Condition"], known);

    /// <summary>The keys of its conditions that hold, don't hold, or can't be judged.</summary>
    public IEnumerable<string> Conditions(IReadOnlyDictionary<string, string> known, bool? hold) => AwsCondition.Keys(Json["Condition"], known, hold);

    public IEnumerable<string> Resources => Json["NotResource"] is { } except ? [$"all but {string.Join(", ", Items(except).Select(item => (string)item!))}"] : Items(Json["Resource"]).Select(item => (string)item!);

    /// <summary>Whom it is for beside services, of a role's trust: accounts, users and roles by their ARNs, or <c>*</c> for anybody.</summary>
    public IEnumerable<string> Others => Json["Principal"] switch
    {
        JsonObject who => who.Where(each => each.Key != "Service").SelectMany(each => Items(each.Value)).Select(item => (string)item!),
        JsonValue anybody => [(string)anybody!],
        _ => Json["NotPrincipal"] is null ? [] : ["*"],
    };

    /// <summary>The services that it is for, of a role's trust.</summary>
    public IEnumerable<string> Services => Json["Principal"] is JsonObject who ? Items(who["Service"]).Select(item => (string)item!) : [];

    public bool IsAbout(string action) => Json["NotAction"] is { } except
        ? !Items(except).Any(pattern => AwsCondition.Fits((string)pattern!, action))
        : Items(Json["Action"]).Any(pattern => AwsCondition.Fits((string)pattern!, action));

    /// <param name="action">Such as <c>ec2:ReplaceRoute</c>.</param>
    /// <param name="resource">An ARN, or the last part of one.</param>
    public bool IsAbout(string action, string resource)
    {
        bool IsIn(JsonNode? list) => Items(list).Select(item => (string)item!).Any(pattern => pattern == "*" || AwsCondition.Fits(resource.StartsWith("arn:", StringComparison.Ordinal) ? pattern : pattern.Split(':')[^1], resource));
        return IsAbout(action) && (Json["NotResource"] is { } except ? !IsIn(except) : IsIn(Json["Resource"]));
    }

    public static IEnumerable<JsonNode> Items(JsonNode? one) => one is JsonArray several ? several.OfType<JsonNode>() : one is null ? [] : [one];
}
