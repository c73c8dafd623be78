using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>Where a stack's state is kept. No credential is ever written: each backend takes its own from the environment.</summary>
internal static class StackBackend
{
    public static void Add(TerraformStack stack, Backend backend, string? azureEnvironment)
    {
        switch (backend)
        {
            case { S3: { } s3 }:
                _ = new Cdk.S3Backend(stack, new S3BackendConfig
                {
                    Bucket = s3.Bucket,
                    Key = s3.Key,
                    Region = s3.Region,
                    Encrypt = s3.Encrypt,
                    KmsKeyId = s3.KmsKey,
                    Profile = s3.Profile,
                    AssumeRole = s3.Role is null ? null : new S3BackendAssumeRoleConfig { RoleArn = s3.Role },
                });
                // Younger than the bindings.
                stack.AddOverride("terraform.backend.s3.use_lockfile", s3.LockFile);
                break;
            case { Azurerm: { } azurerm }:
                _ = new Cdk.AzurermBackend(stack, new AzurermBackendConfig
                {
                    ResourceGroupName = azurerm.ResourceGroup,
                    StorageAccountName = azurerm.StorageAccount,
                    ContainerName = azurerm.Container,
                    Key = azurerm.Key,
                    SubscriptionId = azurerm.Subscription,
                    // One login serves the sites and the state.
                    Environment = azureEnvironment,
                    UseAzureadAuth = azurerm.EntraId,
                });
                break;
            case { Cloud: { } cloud }:
                _ = new Cdk.CloudBackend(stack, new CloudBackendConfig
                {
                    Organization = cloud.Organization,
                    Hostname = cloud.Hostname,
                    Workspaces = new NamedCloudWorkspace(cloud.Workspace, cloud.Project),
                });
                break;
            case { Http: { } http }:
                _ = new Cdk.HttpBackend(stack, new HttpBackendConfig
                {
                    Address = http.Address,
                    LockAddress = http.LockAddress,
                    UnlockAddress = http.UnlockAddress,
                });
                break;
            case { Pg: { } pg }:
                // The bindings insist on a connection string, which would carry a password; Terraform takes PG_CONN_STR.
                _ = new Cdk.PgBackend(stack, new PgBackendConfig { ConnStr = "", SchemaName = pg.Schema });
                stack.AddOverride("terraform.backend.pg.conn_str", null!);
                break;
            default:
                // Left to itself CDKTF writes a full path of this machine.
                _ = new Cdk.LocalBackend(stack, new LocalBackendConfig { Path = backend.Local!.Path! });
                break;
        }
    }
}
