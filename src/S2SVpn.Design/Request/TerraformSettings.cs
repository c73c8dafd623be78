using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("Where Terraform keeps its state, and how it runs.")]
public sealed record TerraformSettings
{
    [Description("Where the state is kept; left out, in a file beside the configuration.")]
    public Backend Backend { get; init; } = new();

    [Description("Which versions may be used.")]
    public TerraformVersions Versions { get; init; } = new();

    [Description("Protect gateways against deletion: prevent_destroy in Terraform, and a lock in Azure.")]
    public bool Protect { get; init; }

    [Description("How long Terraform waits.")]
    public TerraformTimeouts Timeouts { get; init; } = new();

    [Description("One stack for everything, separate stacks for two teams, or small ones for many sites.")]
    public StackLayout Stacks { get; init; } = StackLayout.Together;
}

/// <summary>How a plan is spread over Terraform configurations.</summary>
public enum StackLayout
{
    [Description("One stack with everything."), Spelling("single")]
    Together,

    [Description("The Azure gateways, then AWS, then the Azure connections.")]
    PerCloud,

    [Description("The same, with stacks of its own for each site.")]
    PerSite,
}

[Description("Version constraints, in Terraform's form.")]
public sealed record TerraformVersions
{
    private const string Constraint = @"^((=|!=|>|>=|<|<=|~>) ?)?\d+(\.\d+){0,2}( ?, ?((=|!=|>|>=|<|<=|~>) ?)?\d+(\.\d+){0,2})*$";
    private const string Meaning = "a version constraint of Terraform, such as >= 6.25, < 7";

    [Description("Terraform itself; left out, >= 1.10 with a lock file in S3.")]
    [Pattern(Constraint, Meaning)]
    public string Terraform { get; init; } = ">= 1.5";

    [Description("hashicorp/aws.")]
    [Pattern(Constraint, Meaning)]
    public string Aws { get; init; } = ">= 6.25, < 7";

    [Description("hashicorp/azurerm.")]
    [Pattern(Constraint, Meaning)]
    public string Azurerm { get; init; } = ">= 4.55, < 5";

    [Description("hashicorp/random.")]
    [Pattern(Constraint, Meaning)]
    public string Random { get; init; } = ">= 3.7, < 4";

    [Description("hashicorp/tls, where an SSH key is made.")]
    [Pattern(Constraint, Meaning)]
    public string Tls { get; init; } = ">= 4.0, < 5";
}

[Description("Terraform's timeouts for slow operations.")]
public sealed record TerraformTimeouts
{
    [Description("For creating the Azure gateway; usually 30 to 45 minutes.")]
    public Duration GatewayCreate { get; init; } = Duration.Minutes(90);

    [Description("For changing the gateway.")]
    public Duration GatewayUpdate { get; init; } = Duration.Minutes(60);

    [Description("For deleting the gateway.")]
    public Duration GatewayDelete { get; init; } = Duration.Minutes(120);

    [Description("For creating, changing or deleting an Azure connection.")]
    public Duration Connection { get; init; } = Duration.Minutes(60);
}
