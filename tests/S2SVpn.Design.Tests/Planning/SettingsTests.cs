using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class SettingsTests
{
    private const string Vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/vault";

    [Fact]
    public void From_GeneratedKeys_HaveALengthAndNothingElse()
    {
        var keys = Plan(new KeyRequest { Length = 40 });
        Assert.Equal(
            new KeySlotPlan { Name = "link-1-1", Source = KeySource.Generated, Length = 40 }, keys[0]);
        Assert.Equal(["link-1-1", "link-1-2", "link-2-1", "link-2-2"], keys.Select(key => key.Name));
    }

    [Fact]
    public void From_KeysFromVariables_NameTheirVariables() =>
        Assert.Equal(["psk_link_1_1", "psk_link_1_2", "psk_link_2_1", "psk_link_2_2"], Plan(new KeyRequest { Source = KeySource.Variables }).Select(key => key.Variable));

    [Fact]
    public void From_KeysFromAws_AreLeftToIt() =>
        Assert.All(Plan(new KeyRequest { Source = KeySource.Aws }), key =>
            Assert.Equal((KeySource.Aws, null, null, null, null), (key.Source, key.Length, key.Variable, key.SecretsManager, key.KeyVault)));

    [Fact]
    public void From_KeysFromStores_TakeTheNamesGivenAndMakeUpTheRest()
    {
        Assert.Equal(
            [new AwsSecretPlan("one", null), new AwsSecretPlan("shop-prod/link/1-2", null), new AwsSecretPlan("shop-prod/link/2-1", null), new AwsSecretPlan("shop-prod/link/2-2", null)],
            Plan(new KeyRequest { SecretsManager = new SecretsManagerKeys { Secrets = ["one"] } }).Select(key => key.SecretsManager));
        Assert.Equal(
            [new AzureSecretPlan(Vault, "one"), new AzureSecretPlan(Vault, "vpn-link-1-2"), new AzureSecretPlan(Vault, "vpn-link-2-1"), new AzureSecretPlan(Vault, "vpn-link-2-2")],
            Plan(new KeyRequest { KeyVault = new KeyVaultKeys { Vault = Vault, Secrets = ["one"], Prefix = "vpn" } }).Select(key => key.KeyVault));
    }

    [Fact]
    public void From_Copies_GoWhereTheRequestSays()
    {
        var key = Plan(new KeyRequest
        {
            CopyTo = new KeyCopies
            {
                SecretsManager = new SecretsManagerKeys { KmsKey = "arn:kms" },
                KeyVault = new KeyVaultKeys { Vault = Vault },
            },
        })[3];
        Assert.Equal(new AwsSecretPlan("shop-prod/link/2-2", "arn:kms"), key.CopyToSecretsManager);
        Assert.Equal(new AzureSecretPlan(Vault, "shop-prod-link-2-2"), key.CopyToKeyVault);
        Assert.Equal((KeySource.Generated, null, null), (key.Source, key.SecretsManager, key.KeyVault));
    }

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
    public void From_NobodyToTell_HasNoAlarmsLogsOrDashboard()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter);
        Assert.Equal((null, null, null), (plan.Dashboard, plan.AwsSites[0].Alarms, plan.AzureSites[0].Alerts));
        Assert.Null(plan.AzureSites[0].Diagnostics);
        Assert.Empty(plan.AwsSites[0].Links[0].LogGroups);
        Assert.Null(plan.AwsSites[0].Links[0].AllDownAlarm);
        Assert.All(plan.AwsSites[0].Links[0].Connections[0].Tunnels, tunnel => Assert.Null(tunnel.DownAlarm));
        Assert.All(plan.AzureSites[0].Links[0].Connections, connection => Assert.Null(connection.DownAlert));
    }

    [Fact]
    public void From_SomebodyToTell_HasAnAlarmATunnelAndOneForAll()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Monitoring = new Monitoring
            {
                Notify = ["noc@example.com"],
                Dashboard = true,
                Alarms = new Alarms { TunnelDown = new Duration(90), AllDown = Duration.Hours(30) },
                Diagnostics = new Diagnostics { Enabled = true, RetentionDays = 30 },
                Logs = new TunnelLogs { Activity = true, Bgp = true, RetentionDays = 7, KmsKey = "arn:kms" },
            },
        });
        var aws = plan.AwsSites[0];
        Assert.Equal(
            ("shop-prod-vpn-alarms", null, new AlarmTimingPlan(60, 2), new AlarmTimingPlan(3600, 30)),
            (aws.Alarms!.Topic, aws.Alarms.ExistingTopic, aws.Alarms.TunnelDown, aws.Alarms.AllDown));
        Assert.Equal(["noc@example.com"], aws.Alarms.Notify);
        Assert.Equal("shop-prod-all-down", aws.Links[0].AllDownAlarm);
        Assert.Equal(
            ["shop-prod-tunnel-1-1-down", "shop-prod-tunnel-1-2-down", "shop-prod-tunnel-2-1-down", "shop-prod-tunnel-2-2-down"],
            aws.Links[0].Connections.SelectMany(connection => connection.Tunnels).Select(tunnel => tunnel.DownAlarm));
        Assert.Equal(
            [new LogGroupPlan("/aws/vendedlogs/vpn/shop-prod/activity", 7, "arn:kms"), new LogGroupPlan("/aws/vendedlogs/vpn/shop-prod/bgp", 7, "arn:kms")],
            aws.Links[0].LogGroups);
        Assert.Equal(aws.Links[0].LogGroups[1].Name, aws.Links[0].Connections[1].Tunnels[1].BgpLog);
        Assert.Equal(new DashboardPlan("shop-prod-vpn", "aws"), plan.Dashboard);

        var azure = plan.AzureSites[0];
        Assert.Equal(("shop-prod-vpn-alerts", "shop-prod", 300), (azure.Alerts!.ActionGroup, azure.Alerts.ShortName, azure.Alerts.ConnectionDownSeconds));
        Assert.Equal("shop-prod-1-1-down", azure.Links[0].Connections[0].DownAlert);
        Assert.Equal(("shop-prod-logs", 30), (azure.Diagnostics!.Workspace, azure.Diagnostics.RetentionDays));
    }

    [Fact]
    public void From_StaticRoutes_HasAlarmsInAwsOnly()
    {
        var plan = ConnectivityPlan.CreateUnchecked((Requests.Starter with
        {
            Links = [new Link { Between = ["aws", "azure"], Slot = 0 }],
            Monitoring = new Monitoring { Notify = ["noc@example.com"] },
        }).WithLink(link => link with { Routing = Routing.Static }));

        Assert.All(plan.AzureSites[0].Links[0].Connections, connection => Assert.Null(connection.DownAlert));
        Assert.All(plan.AwsSites[0].Links[0].Connections.SelectMany(connection => connection.Tunnels), tunnel => Assert.NotNull(tunnel.DownAlarm));
    }

    [Fact]
    public void From_ExistingReceivers_MakesNone()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter with
        {
            Monitoring = new Monitoring
            {
                SnsTopic = "arn:sns",
                ActionGroup = "/group",
                Diagnostics = new Diagnostics { Enabled = true, Workspace = "/workspace" },
            },
        });
        Assert.Equal((null, "arn:sns"), (plan.AwsSites[0].Alarms!.Topic, plan.AwsSites[0].Alarms!.ExistingTopic));
        Assert.Equal((null, "/group"), (plan.AzureSites[0].Alerts!.ActionGroup, plan.AzureSites[0].Alerts!.ExistingActionGroup));
        Assert.Equal((null, "/workspace"), (plan.AzureSites[0].Diagnostics!.Workspace, plan.AzureSites[0].Diagnostics!.ExistingWorkspace));
    }

    [Fact]
    public void From_BgpLogOfAStaticLink_IsLeftOut()
    {
        var plan = ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with
        {
            Routing = Routing.Static,
            Tunnels = new TunnelOptions { Logs = new TunnelLogs { Bgp = true, Activity = true } },
        }));
        Assert.Equal(["/aws/vendedlogs/vpn/shop-prod/activity"], plan.AwsSites[0].Links[0].LogGroups.Select(group => group.Name));
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

    private static ValueList<KeySlotPlan> Plan(KeyRequest keys) =>
        ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with { Keys = keys })).Links[0].Keys;

    private static ValueList<StackPlan> Stacks(Backend backend, StackLayout layout = StackLayout.Together) => ConnectivityPlan.CreateUnchecked(
        Requests.Starter with { Terraform = new TerraformSettings { Backend = backend, Stacks = layout } }).Terraform.Stacks;
}
