using System.Security.Cryptography;
using System.Text;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>The keys of the simulated tls provider are real ones, in every form.</summary>
public sealed class TlsTests : IDisposable
{
    private const string Type = "tls_private_key";

    private readonly EngineBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("private_key_pem", "BEGIN RSA PRIVATE KEY")]
    [InlineData("private_key_pem_pkcs8", "BEGIN PRIVATE KEY")]
    public void RsaKey_InItsForms_SignsForItsPublicKey(string form, string label)
    {
        var made = _bench.Create(Type, """{"algorithm":"RSA"}""");
        using var secret = RSA.Create();
        secret.ImportFromPem(made.Text(form));
        using var open = RSA.Create();
        open.ImportFromPem(made.Text("public_key_pem"));
        byte[] message = [1, 2, 3];

        Assert.Contains(label, made.Text(form));
        Assert.Equal(2048, secret.KeySize);
        Assert.True(open.VerifyData(message, secret.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Theory]
    [InlineData("""{"algorithm":"RSA","rsa_bits":3072}""", "ssh-rsa")]
    [InlineData("""{"algorithm":"ECDSA","ecdsa_curve":"P256"}""", "ecdsa-sha2-nistp256")]
    [InlineData("""{"algorithm":"ECDSA","ecdsa_curve":"P521"}""", "ecdsa-sha2-nistp521")]
    public async Task Key_ForOpenSsh_IsReadByIt(string json, string kind)
    {
        var ssh = Command.Find("ssh-keygen");
        Assert.SkipWhen(ssh is null, "Needs ssh-keygen in PATH (openssh.com).");
        var made = _bench.Create(Type, json);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["key"], made.Text("private_key_openssh"));
        // It reads no key that others can read too.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["key"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var open = await Command.RunAsync(ssh, ["-y", "-f", folder["key"]], folder.Path);
        var print = await Command.RunAsync(ssh, ["-l", "-f", folder["key"]], folder.Path);

        Assert.Equal(0, open.ExitCode);
        Assert.StartsWith($"{kind} ", open.Output);
        Assert.Equal(made.Text("public_key_openssh")!.Trim(), open.Output.Trim());
        Assert.Contains(made.Text("public_key_fingerprint_sha256")!, print.Output);
    }

    [Fact]
    public void RsaKey_ForOpenSsh_HoldsTheSameNumbers()
    {
        var made = _bench.Create(Type, """{"algorithm":"RSA"}""");
        using var rsa = RSA.Create();
        rsa.ImportFromPem(made.Text("private_key_pem"));
        var secret = made.Text("private_key_openssh")!;
        var whole = Convert.ToHexStringLower(Convert.FromBase64String(string.Concat(secret.Split('\n').Where(line => !line.StartsWith('-')))));
        var key = rsa.ExportParameters(includePrivateParameters: true);

        Assert.StartsWith(Convert.ToHexStringLower(Encoding.ASCII.GetBytes("openssh-key-v1\0")), whole);
        Assert.All(new[] { key.Modulus, key.D, key.P, key.Q, key.InverseQ }, number =>
            Assert.Contains(Convert.ToHexStringLower(number!).TrimStart('0'), whole));
        Assert.EndsWith("\n", secret);
    }

    [Fact]
    public void Keys_OfTheSameSettings_Differ() => Assert.NotEqual(
        _bench.Create(Type, """{"algorithm":"RSA"}""").Text("public_key_openssh"), _bench.Create(Type, """{"algorithm":"RSA"}""").Text("public_key_openssh"));

    [Fact]
    public void EcdsaKey_OfACurveThatOpenSshHasNot_HasNoFormForIt()
    {
        var made = _bench.Create(Type, """{"algorithm":"ECDSA"}""");

        Assert.Equal("P224", made.Text("ecdsa_curve"));
        Assert.Contains("BEGIN EC PRIVATE KEY", made.Text("private_key_pem"));
        Assert.Equal("", made.Text("public_key_openssh"));
    }

    [Theory]
    [InlineData("""{"algorithm":"ED25519"}""", "'ED25519' is not simulated")]
    [InlineData("""{"algorithm":"ECDSA","ecdsa_curve":"P1"}""", "'P1' is none of")]
    public void Key_OfAnotherKind_IsRefused(string json, string says) =>
        Assert.Contains(says, Assert.Throws<CloudRefusedException>(() => _bench.Create(Type, json)).Message);

    [Fact]
    public void PrivateKeys_AreHidden() => Assert.Equal(
        ["private_key_openssh", "private_key_pem", "private_key_pem_pkcs8"],
        _bench.Session(Type).Cloud.SchemaOf(Type).Attributes.Where(attribute => attribute.Value.Sensitive).Select(attribute => attribute.Key).Order());
}
