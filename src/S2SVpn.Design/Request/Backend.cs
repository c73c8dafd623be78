using System.ComponentModel;

namespace S2SVpn.Design.Request;

/// <summary>At most one of them is given. Credentials come from the environment, as each backend expects.</summary>
[Description("Where Terraform keeps its state: one of these. Credentials come from the environment.")]
public sealed record Backend
{
    [Description("A file.")]
    public LocalBackend? Local { get; init; }

    [Description("A bucket in S3.")]
    public S3Backend? S3 { get; init; }

    [Description("A blob in an Azure storage account.")]
    public AzurermBackend? Azurerm { get; init; }

    [Description("HCP Terraform or Terraform Enterprise.")]
    public CloudBackend? Cloud { get; init; }

    [Description("A REST endpoint.")]
    public HttpBackend? Http { get; init; }

    [Description("A PostgreSQL database; the connection comes from PG_CONN_STR.")]
    public PgBackend? Pg { get; init; }
}

[Description("A file."), Shorthand(nameof(Path))]
public sealed record LocalBackend
{
    [Description("Its path, from the folder of the configuration; left out, terraform.<stack>.tfstate.")]
    [Pattern(@"^(?!(.*/)?(cdk\.tf\.json|\.terraform\.lock\.hcl)$)[^\x00-\x1f]*[^/.\x00-\x1f]$", "the path of a file that is neither the configuration nor Terraform's lock file")]
    public string? Path { get; init; }
}

[Description("A bucket in S3.")]
public sealed record S3Backend
{
    [Description("The bucket.")]
    [Pattern(@"^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(\.\.|\.-|-\.|-s3alias$|--ol-s3$|--x-s3$|--table-s3$|\.mrap$))(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", "a name that a bucket can have: 3 to 63 small letters, digits, dots and hyphens, with a letter or digit at both ends")]
    public required string Bucket { get; init; }

    [Description("The state's key in it; with several stacks, each appends its name.")]
    [Pattern("^[^/]$|^[^/].{0,1000}[^/]$", "a key of at most 1002 characters without a slash at either end")]
    public required string Key { get; init; }

    [Description("The bucket's region.")]
    [Pattern($"^{AwsSite.RegionForm}$", "a region of AWS, such as eu-central-1")]
    public required string Region { get; init; }

    [Description("Lock the state with a file beside it.")]
    public bool LockFile { get; init; } = true;

    [Description("Encrypt the state.")]
    public bool Encrypt { get; init; } = true;

    [Description("The KMS key that encrypts it.")]
    public string? KmsKey { get; init; }

    [Description("The profile of the AWS configuration to use.")]
    public string? Profile { get; init; }

    [Description("The ARN of a role to assume.")]
    public string? Role { get; init; }
}

[Description("A blob in an Azure storage account.")]
public sealed record AzurermBackend
{
    [Description("The resource group of the account; not needed with Entra ID.")]
    [Pattern(Request.ResourceGroup.NameForm, Request.ResourceGroup.NameMeaning)]
    public string? ResourceGroup { get; init; }

    [Description("The storage account.")]
    [Pattern("^[a-z0-9]{3,24}$", "a name that a storage account can have: 3 to 24 small letters and digits")]
    public required string StorageAccount { get; init; }

    [Description("The container.")]
    [Pattern("^(\\$root|[a-z0-9](-?[a-z0-9]){2,62})$", "a name that a container can have: 3 to 63 small letters, digits and single hyphens, with a letter or digit at both ends")]
    public required string Container { get; init; }

    [Description("The state's blob; with several stacks, each appends its name.")]
    [Pattern("^([^/.]|[^/].{0,1022}[^/.])$", "a blob's name: at most 1024 characters, no slash at either end and no dot at its end")]
    public required string Key { get; init; }

    [Description("The subscription of the account.")]
    [Pattern(AzureSite.SubscriptionForm, "the id of a subscription")]
    public string? Subscription { get; init; }

    [Description("Log in to the account with Entra ID, not with its key.")]
    public bool EntraId { get; init; } = true;
}

[Description("HCP Terraform or Terraform Enterprise.")]
public sealed record CloudBackend
{
    [Description("The organization.")]
    [Pattern("^[A-Za-z0-9_-]{1,90}$", "an organization: letters, digits, hyphens and underscores")]
    public required string Organization { get; init; }

    [Description("The workspace; with several stacks, each appends its name.")]
    [Pattern("^[A-Za-z0-9_-]{1,90}$", "a name of at most 90 letters, digits, hyphens and underscores")]
    public required string Workspace { get; init; }

    [Description("The project of the workspace.")]
    public string? Project { get; init; }

    [Description("The host; left out, app.terraform.io.")]
    [Pattern(@"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$", "a host's name without https://")]
    public string? Hostname { get; init; }
}

[Description("A REST endpoint; its user and password come from TF_HTTP_USERNAME and TF_HTTP_PASSWORD."), Shorthand(nameof(Address))]
public sealed record HttpBackend
{
    [Description("The state's address; with several stacks, each appends its name.")]
    [Pattern("^https?://[^\\s@]+$", "an http or https address without a user or password")]
    public required string Address { get; init; }

    [Description("The lock's address.")]
    [Pattern("^https?://[^\\s@]+$", "an http or https address without a user or password")]
    public string? LockAddress { get; init; }

    [Description("The address that unlocks.")]
    [Pattern("^https?://[^\\s@]+$", "an http or https address without a user or password")]
    public string? UnlockAddress { get; init; }
}

[Description("A PostgreSQL database; the connection comes from PG_CONN_STR."), Shorthand(nameof(Schema))]
public sealed record PgBackend
{
    [Description("The schema; with several stacks, each appends its name.")]
    [Pattern("^(?!pg_)[^\\s=]+$", "the name of a schema: without pg_ at its start, spaces and equals signs")]
    public string Schema { get; init; } = "terraform_remote_state";
}
