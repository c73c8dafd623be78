using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Tests.Ipsec;

public sealed class SpellingTests
{
    [Theory]
    [InlineData(Encryption.Aes128, "AES128", "AES128", "AES128")]
    [InlineData(Encryption.Aes192, null, "AES192", "AES192")]
    [InlineData(Encryption.Aes256, "AES256", "AES256", "AES256")]
    [InlineData(Encryption.Aes128Gcm, "AES128-GCM-16", "GCMAES128", "GCMAES128")]
    [InlineData(Encryption.Aes192Gcm, null, null, "GCMAES192")]
    [InlineData(Encryption.Aes256Gcm, "AES256-GCM-16", "GCMAES256", "GCMAES256")]
    [InlineData(Encryption.Des, null, "DES", "DES")]
    [InlineData(Encryption.TripleDes, null, "DES3", "DES3")]
    [InlineData(Encryption.None, null, null, "None")]
    public void Encryption_Canonical_IsSpeltForBothClouds(Encryption encryption, string? aws, string? ike, string? esp)
    {
        Assert.Equal(aws, AwsSpelling.Encryption(encryption));
        Assert.Equal(ike, AzureSpelling.IkeEncryption(encryption));
        Assert.Equal(esp, AzureSpelling.IpsecEncryption(encryption));
    }

    [Theory]
    [InlineData(Integrity.Md5, null, "MD5", "MD5")]
    [InlineData(Integrity.Sha1, "SHA1", "SHA1", "SHA1")]
    [InlineData(Integrity.Sha256, "SHA2-256", "SHA256", "SHA256")]
    [InlineData(Integrity.Sha384, "SHA2-384", "SHA384", null)]
    [InlineData(Integrity.Sha512, "SHA2-512", null, null)]
    public void Integrity_Canonical_IsSpeltForBothClouds(Integrity integrity, string? aws, string? ike, string? esp)
    {
        Assert.Equal(aws, AwsSpelling.Integrity(integrity));
        Assert.Equal(ike, AzureSpelling.IkeIntegrity(integrity));
        Assert.Equal(esp, AzureSpelling.IpsecIntegrity(integrity));
    }

    [Theory]
    [InlineData(DhGroup.None, null, null, "None", "None")]
    [InlineData(DhGroup.Modp768, null, null, "DHGroup1", "PFS1")]
    [InlineData(DhGroup.Modp1024, 2, 2, "DHGroup2", "PFS2")]
    [InlineData(DhGroup.Modp1536, null, 5, null, null)]
    [InlineData(DhGroup.Modp2048, 14, 14, "DHGroup14", "PFS2048")]
    [InlineData(DhGroup.Modp3072, 15, 15, null, null)]
    [InlineData(DhGroup.Modp4096, 16, 16, null, null)]
    [InlineData(DhGroup.Modp6144, 17, 17, null, null)]
    [InlineData(DhGroup.Modp8192, 18, 18, null, null)]
    [InlineData(DhGroup.Ecp256, 19, 19, "ECP256", "ECP256")]
    [InlineData(DhGroup.Ecp384, 20, 20, "ECP384", "ECP384")]
    [InlineData(DhGroup.Ecp521, 21, 21, null, null)]
    [InlineData(DhGroup.Modp1024s160, 22, 22, null, null)]
    [InlineData(DhGroup.Modp2048s224, 23, 23, null, null)]
    [InlineData(DhGroup.Modp2048s256, 24, 24, "DHGroup24", "PFS24")]
    public void Group_Canonical_IsSpeltForBothClouds(DhGroup group, int? phase1, int? phase2, string? ike, string? pfs)
    {
        Assert.Equal(phase1, AwsSpelling.Phase1Group(group));
        Assert.Equal(phase2, AwsSpelling.Phase2Group(group));
        Assert.Equal(ike, AzureSpelling.DhGroup(group));
        Assert.Equal(pfs, AzureSpelling.PfsGroup(group));
    }

    [Fact]
    public void Number_EveryGroup_IsTheWordThatIsReadAsWell() =>
        Assert.All(
            Enum.GetValues<DhGroup>().Where(group => group != DhGroup.None),
            group => Assert.Contains(
                $"{group.Number()}", Words.All(typeof(DhGroup)).Single(word => word.Value.Equals(group)).Also));

    [Fact]
    public void Number_NoSuchGroup_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((DhGroup)99).Number());

    [Fact]
    public void Version_Ike_IsSpeltForBothClouds()
    {
        Assert.Equal(("ikev1", "IKEv1"), (AwsSpelling.Version(IkeVersion.Ikev1), AzureSpelling.Protocol(IkeVersion.Ikev1)));
        Assert.Equal(("ikev2", "IKEv2"), (AwsSpelling.Version(IkeVersion.Ikev2), AzureSpelling.Protocol(IkeVersion.Ikev2)));
    }

    [Fact]
    public void IsWeak_Algorithms_HoldsForTheBrokenAndTheShort()
    {
        Assert.Equal(
            [Encryption.Des, Encryption.TripleDes, Encryption.None], Enum.GetValues<Encryption>().Where(e => e.IsWeak()));
        Assert.Equal([Integrity.Md5, Integrity.Sha1], Enum.GetValues<Integrity>().Where(i => i.IsWeak()));
        Assert.Equal(
            [DhGroup.Modp2048, DhGroup.Modp3072, DhGroup.Modp4096, DhGroup.Modp6144, DhGroup.Modp8192,
                DhGroup.Ecp256, DhGroup.Ecp384, DhGroup.Ecp521],
            Enum.GetValues<DhGroup>().Where(group => !group.IsWeak()));
    }
}
