using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Compares the two clouds' words for crypto by a table of its own.</summary>
internal static class SameCrypto
{
    private static readonly Dictionary<string, string> Ciphers = new()
    {
        ["AES128"] = "AES128",
        ["AES256"] = "AES256",
        ["AES128-GCM-16"] = "GCMAES128",
        ["AES256-GCM-16"] = "GCMAES256",
    };

    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["SHA1"] = "SHA1",
        ["SHA2-256"] = "SHA256",
        ["SHA2-384"] = "SHA384",
    };

    private static readonly Dictionary<int, (string Dh, string Pfs)> Groups = new()
    {
        [2] = ("DHGroup2", "PFS2"),
        [14] = ("DHGroup14", "PFS2048"),
        [20] = ("ECP384", "ECP384"),
    };

    public static void Assert(AwsTunnelCrypto aws, AzureIpsecPolicy azure)
    {
        Xunit.Assert.Equal(aws.IkeVersion, azure.ConnectionProtocol, ignoreCase: true);
        Xunit.Assert.Equal(Ciphers[aws.Phase1Encryption], azure.IkeEncryption);
        Xunit.Assert.Equal(Hashes[aws.Phase1Integrity], azure.IkeIntegrity);
        Xunit.Assert.Equal(Groups[aws.Phase1DhGroup].Dh, azure.DhGroup);
        Xunit.Assert.Equal(Ciphers[aws.Phase2Encryption], azure.IpsecEncryption);
        Xunit.Assert.Equal(Groups[aws.Phase2DhGroup].Pfs, azure.PfsGroup);
        Xunit.Assert.Equal(
            azure.IpsecEncryption.StartsWith("GCM", StringComparison.Ordinal) ? azure.IpsecEncryption : Hashes[aws.Phase2Integrity],
            azure.IpsecIntegrity);
    }
}
