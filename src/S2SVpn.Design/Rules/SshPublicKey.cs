using System.Buffers.Binary;
using System.Text;

namespace S2SVpn.Design.Rules;

/// <summary>Looks whether a line is a public SSH key (RFC 4253, section 6.6). It never shows any of it.</summary>
internal static class SshPublicKey
{
    private const string Rsa = "ssh-rsa";
    private const string Ed25519 = "ssh-ed25519";
    private const int LeastRsaBits = 2048;
    private const int Ed25519Bytes = 32;

    /// <summary>Why AWS or Azure would not take it, as a phrase that follows its path; null where both do.</summary>
    public static string? WhyNot(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (line.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return "is a private key, which must stay secret: create a new key pair";
        }

        if (words.Length < 2 || line.Contains('\n', StringComparison.Ordinal))
        {
            return "is not a public key in one line";
        }

        if (words[0] is not (Rsa or Ed25519))
        {
            return $"is neither {Ed25519} nor {Rsa}, the key types that both clouds support";
        }

        return Fields(words[1]) switch
        {
            [var kind, _, var modulus] when words[0] == Rsa && Is(kind, Rsa) => Bits(modulus) is var bits and < LeastRsaBits
                ? $"has {bits} bits; Azure needs at least {LeastRsaBits}"
                : null,
            [var kind, { Length: Ed25519Bytes }] when words[0] == Ed25519 && Is(kind, Ed25519) => null,
            _ => $"is truncated, or is not an {words[0]} key",
        };
    }

    private static bool Is(byte[] field, string kind) => field.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(kind));

    // Each field has its length in front.
    private static List<byte[]>? Fields(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var count))
        {
            return null;
        }

        var rest = bytes.AsSpan(0, count);
        List<byte[]> fields = [];
        while (rest.Length >= sizeof(uint))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - sizeof(uint))
            {
                return null;
            }

            fields.Add(rest.Slice(sizeof(uint), (int)length).ToArray());
            rest = rest[(sizeof(uint) + (int)length)..];
        }

        return rest.IsEmpty ? fields : null;
    }

    private static int Bits(byte[] number)
    {
        var first = Array.FindIndex(number, part => part != 0);
        return first < 0 ? 0 : ((number.Length - first - 1) * 8) + 32 - int.LeadingZeroCount(number[first]);
    }
}
