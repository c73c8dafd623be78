using System.ComponentModel;

namespace S2SVpn.Design.Request;

[Description("Where Terraform keeps its state, and how it runs.")]
public sealed record TerraformSettings
{
    [Description("Where the state is kept; left out, in a file beside the configuration.")]
    public Backend Backend { get; init; } = new();

    [Description("Which versions may be used.")]
    public TerraformVersions Versions { get; init; } = new();

    [Description("Refuse to destroy gateways: prevent_destroy in Terraform, and a lock in Azure.")]
    public bool Protect { get; init; }

    [Description("How long Terraform waits.")]
    public TerraformTimeouts Timeouts { get; init; } = new();

    [Description("One stack for all, or one per cloud for two teams.")]
    public StackLayout Stacks { get; init; } = StackLayout.Together;
}

public enum StackLayout
{
    [Description("One stack with everything."), Spelling("single")]
    Together,

    [Description("The Azure gateways, then AWS, then the Azure connections.")]
    PerCloud,
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

[Description("How long Terraform waits for what takes long.")]
public sealed record TerraformTimeouts
{
    [Description("For the Azure gateway to be made; 30 to 45 minutes are usual.")]
    public Duration GatewayCreate { get; init; } = Duration.Minutes(90);

    [Description("For a change of it.")]
    public Duration GatewayUpdate { get; init; } = Duration.Minutes(60);

    [Description("For its end.")]
    public Duration GatewayDelete { get; init; } = Duration.Minutes(120);

    [Description("For an Azure connection, each way.")]
    public Duration Connection { get; init; } = Duration.Minutes(60);
}
