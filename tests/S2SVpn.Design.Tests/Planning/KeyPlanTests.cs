using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Where the pre-shared keys come from, and where they are copied.</summary>
public sealed class KeyPlanTests
{
    private const string Vault = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.KeyVault/vaults/vault";

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

    private static ValueList<KeySlotPlan> Plan(KeyRequest keys) =>
        ConnectivityPlan.CreateUnchecked(Requests.Starter.WithLink(link => link with { Keys = keys })).Links[0].Keys;
}
