using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Tests.Ipsec;

public sealed class CryptoProfileTests
{
    [Fact]
    public void Strong_InBothClouds_IsTheSame()
    {
        Assert.Equal(
            new AwsTunnelCrypto
            {
                IkeVersion = "ikev2",
                Phase1Encryption = "AES256",
                Phase1Integrity = "SHA2-384",
                Phase1DhGroup = 20,
                Phase1LifetimeSeconds = 28800,
                Phase2Encryption = "AES256-GCM-16",
                Phase2Integrity = "SHA2-256",
                Phase2DhGroup = 20,
                Phase2LifetimeSeconds = 3600,
            },
            AwsTunnelCrypto.From(CryptoProfile.Strong));
        Assert.Equal(
            new AzureIpsecPolicy
            {
                ConnectionProtocol = "IKEv2",
                IkeEncryption = "AES256",
                IkeIntegrity = "SHA384",
                DhGroup = "ECP384",
                IpsecEncryption = "GCMAES256",
                IpsecIntegrity = "GCMAES256",
                PfsGroup = "ECP384",
                SaLifetimeSeconds = 3600,
                SaDataSizeKilobytes = 102400000,
            },
            AzureIpsecPolicy.From(CryptoProfile.Strong));
    }

    [Fact]
    public void Balanced_InBothClouds_IsCbcWithSha256()
    {
        var aws = AwsTunnelCrypto.From(CryptoProfile.Balanced);
        var azure = AzureIpsecPolicy.From(CryptoProfile.Balanced);
        Assert.Equal(
            ("AES256", "SHA2-256", 14, "AES256", "SHA2-256", 14),
            (aws.Phase1Encryption, aws.Phase1Integrity, aws.Phase1DhGroup, aws.Phase2Encryption, aws.Phase2Integrity, aws.Phase2DhGroup));
        Assert.Equal(
            ("AES256", "SHA256", "DHGroup14", "AES256", "SHA256", "PFS2048"),
            (azure.IkeEncryption, azure.IkeIntegrity, azure.DhGroup, azure.IpsecEncryption, azure.IpsecIntegrity, azure.PfsGroup));
    }

    [Fact]
    public void Fast_InBothClouds_IsGcmWithAHashForIke()
    {
        var aws = AwsTunnelCrypto.From(CryptoProfile.Fast);
        var azure = AzureIpsecPolicy.From(CryptoProfile.Fast);
        Assert.Equal(("AES256-GCM-16", "SHA2-384", "AES128-GCM-16"), (aws.Phase1Encryption, aws.Phase1Integrity, aws.Phase2Encryption));
        Assert.Equal(
            ("GCMAES256", "SHA384", "GCMAES128", "GCMAES128"),
            (azure.IkeEncryption, azure.IkeIntegrity, azure.IpsecEncryption, azure.IpsecIntegrity));
    }

    [Fact]
    public void Legacy_InBothClouds_IsWeakThroughout()
    {
        var aws = AwsTunnelCrypto.From(CryptoProfile.Legacy);
        var azure = AzureIpsecPolicy.From(CryptoProfile.Legacy);
        Assert.Equal(("AES128", "SHA1", 2, "AES128", "SHA1", 2), (aws.Phase1Encryption, aws.Phase1Integrity, aws.Phase1DhGroup, aws.Phase2Encryption, aws.Phase2Integrity, aws.Phase2DhGroup));
        Assert.Equal(("DHGroup2", "PFS2", "SHA1"), (azure.DhGroup, azure.PfsGroup, azure.IpsecIntegrity));
    }

    [Fact]
    public void From_NoWordInAws_SaysWhich()
    {
        Assert.Equal("AWS has no aes192.", Aws(s => s with { Ike = s.Ike with { Encryption = Encryption.Aes192 } }));
        Assert.Equal("AWS has no md5.", Aws(s => s with { Ike = s.Ike with { Integrity = Integrity.Md5 } }));
        Assert.Equal("AWS has no modp1536.", Aws(s => s with { Ike = s.Ike with { DhGroup = DhGroup.Modp1536 } }));
        Assert.Equal("AWS has no 3des.", Aws(s => s with { Esp = s.Esp with { Encryption = Encryption.TripleDes } }));
        Assert.Equal("AWS has no md5.", Aws(s => s with { Esp = s.Esp with { Integrity = Integrity.Md5 } }));
        Assert.Equal("AWS has no none.", Aws(s => s with { Esp = s.Esp with { PfsGroup = DhGroup.None } }));

        static string Aws(Func<CryptoProfile, CryptoProfile> change) =>
            Assert.Throws<NotSupportedException>(() => AwsTunnelCrypto.From(change(CryptoProfile.Strong))).Message;
    }

    [Fact]
    public void From_NoWordInAzure_SaysWhichAndWhere()
    {
        Assert.Equal("Azure has no aes192-gcm for IKE.", Azure(s => s with { Ike = s.Ike with { Encryption = Encryption.Aes192Gcm } }));
        Assert.Equal("Azure has no sha512 for IKE.", Azure(s => s with { Ike = s.Ike with { Integrity = Integrity.Sha512 } }));
        Assert.Equal("Azure has no ecp521 for IKE.", Azure(s => s with { Ike = s.Ike with { DhGroup = DhGroup.Ecp521 } }));
        Assert.Equal("Azure has no sha384 for ESP.", Azure(s => s with { Esp = s.Esp with { Integrity = Integrity.Sha384 } }));
        Assert.Equal("Azure has no modp1536 for PFS.", Azure(s => s with { Esp = s.Esp with { PfsGroup = DhGroup.Modp1536 } }));
        Assert.Equal("ESP with aes256 needs an integrity algorithm.", Azure(s => s with { Esp = s.Esp with { Integrity = null } }));

        static string Azure(Func<CryptoProfile, CryptoProfile> change) =>
            Assert.Throws<NotSupportedException>(() => AzureIpsecPolicy.From(change(CryptoProfile.Balanced))).Message;
    }
}
