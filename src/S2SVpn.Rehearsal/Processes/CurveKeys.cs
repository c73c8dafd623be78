using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace S2SVpn.Rehearsal.Processes;

/// <summary>
/// Keys of X25519 (RFC 7748), as WireGuard has them. .NET has no such keys, so that OpenSSL computes the public one: a private key goes to it by a
/// pipe, never as an argument or in a file.
/// </summary>
public static class CurveKeys
{
    private const int Length = 32;

    // What stands before the key in PKCS #8 (RFC 8410, section 7).
    private static readonly byte[] Prefix = Convert.FromHexString("302e020100300506032b656e04220420");

    // Deriving one starts a program.
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>A new private key, in base64.</summary>
    public static string NewPrivate() => PrivateFrom(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The private key that 32 bytes stand for.</summary>
    public static string PrivateFrom(ReadOnlySpan<byte> seed)
    {
        var key = seed[..Length].ToArray();
        key[0] &= 248;
        key[31] = (byte)((key[31] & 127) | 64);
        return Convert.ToBase64String(key);
    }

    /// <summary>Whether a text is a key: 32 bytes in base64.</summary>
    public static bool IsKey(string? text)
    {
        Span<byte> bytes = stackalloc byte[Length + 1];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var length) && length == Length;
    }

    /// <summary>The public key of a private one, both in base64.</summary>
    /// <exception cref="CryptographicException">OpenSSL is missing, or has no X25519.</exception>
    public static string PublicOf(string privateKey) => Known.GetOrAdd(privateKey, Derive);

    private static string Derive(string privateKey)
    {
        var start = new ProcessStartInfo("openssl", ["pkey", "-inform", "DER", "-pubout", "-outform", "DER"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            process.StandardInput.BaseStream.Write([.. Prefix, .. Convert.FromBase64String(privateKey)]);
            process.StandardInput.Close();
            using var answer = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(answer);
            process.WaitForExit();
            return process.ExitCode == 0 && answer.Length > Length
                ? Convert.ToBase64String(answer.ToArray().AsSpan()[^Length..])
                : throw new CryptographicException($"'openssl' makes no key of X25519: {error.Result.Trim()} OpenSSL 1.1.1 or later does.");
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            throw new CryptographicException($"WireGuard's keys need the program 'openssl', version 1.1.1 or later: {exception.Message}");
        }
    }
}
