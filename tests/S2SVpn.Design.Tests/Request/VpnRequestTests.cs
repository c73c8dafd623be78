using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Request;

public sealed class VpnRequestTests
{
    [Fact]
    public void EndsOf_OneSiteEach_JoinsThem()
    {
        var request = Request(["aws"], ["azure"]);
        Assert.Equal(new LinkEnds("aws", "azure"), request.EndsOf(request.Links[0]));
        Assert.Equal("link", request.NameOf(request.Links[0]));
    }

    [Fact]
    public void EndsOf_SeveralSites_NeedsBothNamesInAnyOrder()
    {
        var request = Request(["frankfurt", "virginia"], ["west"]) with
        {
            Links = [new Link { Between = ["west", "virginia"] }, new Link { Name = "second" }],
        };
        Assert.Equal(new LinkEnds("virginia", "west"), request.EndsOf(request.Links[0]));
        Assert.Null(request.EndsOf(request.Links[1]));
        Assert.Null(request.EndsOf(new Link { Between = ["frankfurt", "virginia"] }));
        Assert.Null(request.EndsOf(new Link { Between = ["west"] }));
        Assert.Equal("west-virginia", request.NameOf(request.Links[0]));
        Assert.Equal("second", request.NameOf(request.Links[1]));
    }

    [Fact]
    public void Equals_SameValues_Holds()
    {
        Assert.Equal(Request(["aws"], ["azure"]), Request(["aws"], ["azure"]));
        Assert.Equal(Request(["aws"], ["azure"]).GetHashCode(), Request(["aws"], ["azure"]).GetHashCode());
        Assert.NotEqual(Request(["a", "b"], ["azure"]), Request(["b", "a"], ["azure"]));
    }

    [Fact]
    public void Resolve_ProfileAndSpeltOut_PutsOneOverTheOther()
    {
        Assert.Equal(CryptoProfile.Strong, new CryptoRequest().Resolve());
        Assert.Equal(CryptoProfile.Balanced, new CryptoRequest { Profile = CryptoProfileName.Balanced }.Resolve());
        Assert.Equal(CryptoProfile.Fast, new CryptoRequest { Profile = CryptoProfileName.Fast }.Resolve());
        Assert.Equal(CryptoProfile.Legacy, new CryptoRequest { Profile = CryptoProfileName.Legacy }.Resolve());

        var mixed = new CryptoRequest
        {
            Ike = new IkeRequest { DhGroup = DhGroup.Ecp256, Lifetime = new Duration(28000) },
            Esp = new EspRequest { Encryption = Encryption.Aes128, Lifetime = new Duration(1800) },
        }.Resolve();
        Assert.Equal(CryptoProfile.Strong.Ike with { DhGroup = DhGroup.Ecp256, LifetimeSeconds = 28000 }, mixed.Ike);
        Assert.Equal(
            new EspProfile
            {
                Encryption = Encryption.Aes128,
                Integrity = Integrity.Sha256,
                PfsGroup = DhGroup.Ecp384,
                LifetimeSeconds = 1800,
                AzureLifetimeSeconds = 1800,
            },
            mixed.Esp);
    }

    [Fact]
    public void Resolve_GcmOverCbc_DropsTheProfilesHashButNotTheOneAskedFor()
    {
        var gcm = new CryptoRequest { Profile = CryptoProfileName.Balanced, Esp = new EspRequest { Encryption = Encryption.Aes128Gcm } };
        Assert.Null(gcm.Resolve().Esp.Integrity);
        var both = gcm with { Esp = gcm.Esp with { Integrity = Integrity.Sha1 } };
        Assert.Equal(Integrity.Sha1, both.Resolve().Esp.Integrity);
    }

    [Fact]
    public void For_TunnelWithItsOwn_TakesItAndLeavesTheOthers()
    {
        var options = new TunnelOptions
        {
            ReplayWindow = 512,
            Each = [new("2.1", new TunnelOverride { Startup = Startup.Add, Dpd = new DpdOverride { Timeout = new Duration(60) } })],
        };
        Assert.Equal(options with { Startup = Startup.Add, Dpd = new Dpd { Timeout = new Duration(60) }, Each = [] }, options.For(2, 1));
        Assert.Equal(options with { Each = [] }, options.For(1, 2));
    }

    [Fact]
    public void EffectiveSource_NamedOrNot_FollowsFromWhatIsGiven()
    {
        var vault = new KeyVaultKeys { Vault = "v" };
        Assert.Equal(KeySource.Generated, new KeyRequest().EffectiveSource);
        Assert.Equal(KeySource.KeyVault, new KeyRequest { KeyVault = vault }.EffectiveSource);
        Assert.Equal(KeySource.SecretsManager, new KeyRequest { SecretsManager = new() }.EffectiveSource);
        Assert.Equal(KeySource.Variables, new KeyRequest { Source = KeySource.Variables, KeyVault = vault }.EffectiveSource);
    }

    private static VpnRequest Request(string[] aws, string[] azure) => new()
    {
        Name = "shop",
        Aws = aws.Select(name => KeyValuePair.Create(
            name, new AwsSite { Region = "eu-central-1", Network = new AwsNetwork { Cidrs = [Cidr.Parse("10.2.0.0/16")] } })).ToValueMap(),
        Azure = azure.Select(name => KeyValuePair.Create(
            name, new AzureSite { Location = "westeurope", Network = new AzureNetwork { Cidrs = [Cidr.Parse("10.1.0.0/16")] } })).ToValueMap(),
    };
}
