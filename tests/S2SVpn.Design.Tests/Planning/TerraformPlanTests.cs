using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Stacks, their states, the range of Terraform, and what is protected.</summary>
public sealed class TerraformPlanTests
{
    [Theory]
    [InlineData(true, ">= 1.5", ">= 1.10")]
    [InlineData(true, ">= 1.11, < 2", ">= 1.11, < 2")]
    [InlineData(false, ">= 1.5", ">= 1.5")]
    public void From_LockFileInS3_AsksForATerraformThatKnowsIt(bool lockFile, string range, string expected)
    {
        var backend = new S3Backend { Bucket = "states", Key = "shop", Region = "eu-central-1", LockFile = lockFile };
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Terraform = new TerraformSettings
            {
                Backend = new Backend { S3 = backend },
                Versions = new TerraformVersions { Terraform = range },
            },
        });
        Assert.Equal(expected, plan.Terraform.Versions.Terraform);
    }

    [Fact]
    public void From_OneStack_KeepsItsStateAsTheRequestSays()
    {
        Assert.Equal("terraform.shop-prod.tfstate", Stacks(new Backend())[0].Backend.Local!.Path);
        Assert.Equal("state/x", Stacks(new Backend { Local = new LocalBackend { Path = "state/x" } })[0].Backend.Local!.Path);
        var s3 = new S3Backend { Bucket = "states", Key = "k", Region = "eu-central-1" };
        var stack = Assert.Single(Stacks(new Backend { S3 = s3 }));
        Assert.Equal(("shop-prod", StackPart.All, s3), (stack.Name, stack.Part, stack.Backend.S3));
    }

    [Fact]
    public void From_StacksPerSite_GivesEachItsOwnState() => Assert.Equal(
        ["a/b-azure-gateways.tfstate", "a/b-aws.tfstate", "a/b-azure-connections.tfstate"],
        Stacks(new Backend { S3 = new S3Backend { Bucket = "states", Key = "a/b.tfstate", Region = "r" } }, StackLayout.PerSite).Select(stack => stack.Backend.S3!.Key));

    [Fact]
    public void From_StackPerCloud_GivesEachItsOwnState()
    {
        string[] Keys(Backend backend, Func<Backend, string?> key) =>
            [.. Stacks(backend, StackLayout.PerCloud).Select(stack => key(stack.Backend)!)];

        Assert.Equal(
            ["shop-prod-azure-gateways", "shop-prod-aws", "shop-prod-azure-connections"],
            Stacks(new Backend(), StackLayout.PerCloud).Select(stack => stack.Name));
        Assert.Equal(
            ["terraform.shop-prod-azure-gateways.tfstate", "terraform.shop-prod-aws.tfstate", "terraform.shop-prod-azure-connections.tfstate"],
            Keys(new Backend(), backend => backend.Local!.Path));
        Assert.Equal(
            ["a/b-azure-gateways.tfstate", "a/b-aws.tfstate", "a/b-azure-connections.tfstate"],
            Keys(new Backend { S3 = new S3Backend { Bucket = "states", Key = "a/b.tfstate", Region = "r" } }, backend => backend.S3!.Key));
        Assert.Equal(
            ["k-azure-gateways", "k-aws", "k-azure-connections"],
            Keys(new Backend { Azurerm = new AzurermBackend { StorageAccount = "account", Container = "states", Key = "k" } }, backend => backend.Azurerm!.Key));
        Assert.Equal(
            ["w-azure-gateways", "w-aws", "w-azure-connections"],
            Keys(new Backend { Cloud = new CloudBackend { Organization = "o", Workspace = "w" } }, backend => backend.Cloud!.Workspace));
        Assert.Equal(
            ["https://x/state/azure-gateways", "https://x/state/aws", "https://x/state/azure-connections"],
            Keys(new Backend { Http = new HttpBackend { Address = "https://x/state/" } }, backend => backend.Http!.Address));
        Assert.Equal(
            ["terraform_remote_state_azure_gateways", "terraform_remote_state_aws", "terraform_remote_state_azure_connections"],
            Keys(new Backend { Pg = new PgBackend() }, backend => backend.Pg!.Schema));
    }

    [Fact]
    public void From_Protect_LocksWhatIsNew()
    {
        var request = Requests.Starter with { Terraform = new TerraformSettings { Protect = true } };
        var plan = ConnectivityPlan.CreateUnchecked(request);
        Assert.True(plan.Terraform.Protect && plan.AwsSites[0].Gateway.Protect);
        Assert.Equal("shop-prod-vgw-lock", plan.AzureSites[0].Gateway.Lock);
        var existing = ConnectivityPlan.CreateUnchecked(request
            .WithAws(site => site with { Gateway = new AwsGateway { Existing = "vgw-1" } })
            .WithAzure(site => site with { Gateway = new AzureGateway { Existing = "/gateway" } }));
        Assert.False(existing.AwsSites[0].Gateway.Protect);
        Assert.Null(existing.AzureSites[0].Gateway.Lock);
    }

    private static ValueList<StackPlan> Stacks(Backend backend, StackLayout layout = StackLayout.Together) => ConnectivityPlan.CreateUnchecked(
        Requests.Starter with { Terraform = new TerraformSettings { Backend = backend, Stacks = layout } }).Terraform.Stacks;
}
