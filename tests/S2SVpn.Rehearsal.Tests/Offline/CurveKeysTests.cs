using S2SVpn.Rehearsal.Processes;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Offline;

public sealed class CurveKeysTests
{
    // Both pairs of RFC 7748, section 6.1.
    [Theory]
    [InlineData("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a", "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")]
    [InlineData("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb", "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")]
    public void PublicOf_AKeyOfTheStandard_IsTheStandards(string privateKey, string publicKey)
    {
        RequireOpenssl();

        Assert.Equal(Convert.ToBase64String(Convert.FromHexString(publicKey)), CurveKeys.PublicOf(Convert.ToBase64String(Convert.FromHexString(privateKey))));
    }

    [Fact]
    public async Task NewPrivate_IsAKeyThatWireguardTakes()
    {
        RequireOpenssl();
        Assert.SkipWhen(Command.Find("wg") is null, "wg is not installed.");
        using var folder = new TemporaryFolder();
        var key = CurveKeys.NewPrivate();
        File.WriteAllText(folder["key"], key);

        var run = await Command.RunAsync("sh", ["-c", "wg pubkey < key"], folder.Path);

        Assert.Equal(CurveKeys.PublicOf(key), run.Output.Trim());
        Assert.NotEqual(key, CurveKeys.NewPrivate());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("AAAA", false)]
    [InlineData("not base64, but as long as a key would be..", false)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", true)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false)]
    public void IsKey_Is32BytesInBase64(string text, bool expected) => Assert.Equal(expected, CurveKeys.IsKey(text));

    private static void RequireOpenssl() => Assert.SkipWhen(Command.Find("openssl") is null, "openssl is not installed.");
}
