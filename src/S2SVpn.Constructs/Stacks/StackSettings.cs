using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>What Terraform itself reads: the versions it may use, and where it keeps the state.</summary>
internal static class StackSettings
{
    public static void Apply(TerraformStack stack, TerraformPlan plan, StackPlan part)
    {
        stack.AddOverride("terraform.required_version", plan.Versions.Terraform);
        StackBackend.Add(stack, part.Backend, plan.AzureEnvironment);
    }
}
