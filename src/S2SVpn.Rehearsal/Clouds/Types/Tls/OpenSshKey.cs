using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace S2SVpn.Rehearsal.Clouds.Types.Tls;

/// <summary>
/// A key as OpenSSH writes it (RFC 4253, section 6.6; RFC 5656, section 3.1; PROTOCOL.key of OpenSSH), with no passphrase.
/// </summary>
internal sealed record OpenSshKey(string PublicKey, string PrivateKey, string Md5, string Sha256)
{
    // What an unencrypted key is padded to.
    private const int BlockSize = 8;

    public static OpenSshKey Of(RSA rsa)
    {
        var key = rsa.ExportParameters(includePrivateParameters: true);
        return Write(
            "ssh-rsa",
            SshWriter.Write(ssh => ssh.Text("ssh-rsa").Number(key.Exponent).Number(key.Modulus)),
            ssh => ssh.Text("ssh-rsa").Number(key.Modulus).Number(key.Exponent).Number(key.D).Number(key.InverseQ).Number(key.P).Number(key.Q));
    }

    /// <summary>Null for a curve that OpenSSH does not have.</summary>
    public static OpenSshKey? Of(ECDsa ecdsa)
    {
        if (ecdsa.KeySize < 256)
        {
            return null;
        }

        var key = ecdsa.ExportParameters(includePrivateParameters: true);
        var curve = $"nistp{ecdsa.KeySize}";
        // An uncompressed point (SEC 1, section 2.3.3).
        byte[] point = [4, .. key.Q.X!, .. key.Q.Y!];
        return Write(
            $"ecdsa-sha2-{curve}",
            SshWriter.Write(ssh => ssh.Text($"ecdsa-sha2-{curve}").Text(curve).Bytes(point)),
            ssh => ssh.Text($"ecdsa-sha2-{curve}").Text(curve).Bytes(point).Number(key.D));
    }

    [SuppressMessage("Security", "CA5351", Justification = "The older fingerprint of a public key, which the provider tells too.")]
    private static OpenSshKey Write(string kind, byte[] publicKey, Action<SshWriter> privateKey)
    {
        var check = RandomNumberGenerator.GetBytes(sizeof(uint));
        var secret = SshWriter.Write(ssh =>
        {
            // Twice the same, so that who decrypts it sees whether the passphrase was right.
            ssh.Raw(check).Raw(check);
            privateKey(ssh);
            ssh.Text("").PadTo(BlockSize);
        });
        var whole = SshWriter.Write(ssh => ssh
            .Raw(Encoding.ASCII.GetBytes("openssh-key-v1\0")).Text("none").Text("none").Text("").Count(1).Bytes(publicKey).Bytes(secret));
        return new OpenSshKey(
            $"{kind} {Convert.ToBase64String(publicKey)}\n",
            $"{PemEncoding.WriteString("OPENSSH PRIVATE KEY", whole)}\n",
            string.Join(':', Convert.ToHexStringLower(MD5.HashData(publicKey)).Chunk(2).Select(pair => new string(pair))),
            $"SHA256:{Convert.ToBase64String(SHA256.HashData(publicKey)).TrimEnd('=')}");
    }
}
