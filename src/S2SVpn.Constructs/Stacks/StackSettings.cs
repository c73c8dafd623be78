using HashiCorp.Cdktf;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>What Terraform itself reads: the versions it may use, and where it keeps the state.</summary>
internal static class StackSettings
{
    public static void Apply(TerraformStack stack, TerraformPlan plan)
    {
        stack.AddOverride("terraform.required_version", plan.Versions.Terraform);
        Require(stack, "aws", plan.Versions.Aws);
        Require(stack, "azurerm", plan.Versions.Azurerm);
        Require(stack, "random", plan.Versions.Random);
        StackBackend.Add(stack, plan.Stacks[0].Backend);
    }

    // The bindings would write the one version they were made from, and a source without its host.
    private static void Require(TerraformStack stack, string provider, string version)
    {
        stack.AddOverride($"terraform.required_providers.{provider}.source", $"registry.terraform.io/hashicorp/{provider}");
        stack.AddOverride($"terraform.required_providers.{provider}.version", version);
    }
}
