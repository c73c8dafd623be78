namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A role is given to the same principal once in a scope.</summary>
public sealed class RoleAssigned : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "RoleAssignmentExists",
        When = RefusalTime.Create,
        Types = ["azurerm_role_assignment"],
        Source = "learn.microsoft.com/azure/role-based-access-control/troubleshooting",
    };

    private static readonly string[] Same = ["scope", "principal_id", "role_definition_name"];

    internal override string? Why(RefusalContext context) =>
        context.Others.Any(other => Same.All(name => other.Values[name] == context.Values[name]))
            ? "The role assignment already exists."
            : null;
}
