using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A policy is JSON, and each of its statements says what it allows, and on what.</summary>
public sealed class PolicyDocument : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "MalformedPolicyDocument",
        When = RefusalTime.Write,
        Types = ["aws_iam_role", "aws_iam_role_policy"],
        Source = "docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
    };

    // docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];

    internal override string? Why(RefusalContext context)
    {
        var (text, isTrust) = (context.Values.Text("policy") ?? context.Values.Text("assume_role_policy"), context.Type == "aws_iam_role");
        try
        {
            var policy = text is null ? null : JsonNode.Parse(text);
            var statements = policy?["Statement"] switch { JsonArray several => several, JsonObject one => [one.DeepClone()], _ => null };
            return text is null ? null
                : policy?["Version"] is { } version && !Versions.Contains($"{version}") ? $"The policy must contain a valid version string: it has {version}."
                : statements is not { Count: > 0 } ? "The policy has no statement."
                : statements.Any(one => one?["Effect"] is null || Lacks(one, "Action") || Lacks(one, isTrust ? "Principal" : "Resource"))
                    ? $"A statement lacks Effect, Action or {(isTrust ? "Principal" : "Resource")}."
                : null;
        }
        catch (JsonException)
        {
            return "Syntax errors in policy.";
        }
    }

    // All but what is listed: NotAction, NotPrincipal, NotResource.
    private static bool Lacks(JsonNode statement, string element) => statement[element] is null && statement[$"Not{element}"] is null;
}
