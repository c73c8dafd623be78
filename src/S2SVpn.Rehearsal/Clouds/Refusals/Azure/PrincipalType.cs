namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A role is given to what an identity is: a managed one is a service principal.</summary>
public sealed class PrincipalType : Refusal
{
    private const string Principal = "ServicePrincipal";

    public override RefusalFacts Facts { get; } = new()
    {
        Code = "UnmatchedPrincipalType",
        When = RefusalTime.Create,
        Types = ["azurerm_role_assignment"],
        Source = "github.com/Azure/modern-web-app-pattern-dotnet/pull/129",
    };

    internal override string? Why(RefusalContext context)
    {
        var (who, type) = (context.Values.Text("principal_id"), context.Values.Text("principal_type"));
        return who is not null && type is not null && type != Principal && context.OthersOf("azurerm_user_assigned_identity").Any(identity => identity.Values.Text("principal_id") == who)
            ? $"The PrincipalId '{who}' has type '{Principal}', which is different from specified PrincipalType '{type}'."
            : null;
    }
}
