using System.Buffers.Binary;
using System.Text;

namespace S2SVpn.Rehearsal.Clouds.Types.Tls;

/// <summary>Writes values as SSH has them on the wire (RFC 4251, section 5).</summary>
internal sealed class SshWriter
{
    private readonly List<byte> _bytes = [];

    public static byte[] Write(Action<SshWriter> write)
    {
        var writer = new SshWriter();
        write(writer);
        return [.. writer._bytes];
    }

    public SshWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public SshWriter Count(int count)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, count);
        return Raw(bytes);
    }

    public SshWriter Bytes(ReadOnlySpan<byte> bytes) => Count(bytes.Length).Raw(bytes);

    public SshWriter Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    /// <summary>A whole number above zero: without zeros in front, but with one where it would look negative.</summary>
    public SshWriter Number(ReadOnlySpan<byte> bigEndian)
    {
        var digits = bigEndian.TrimStart((byte)0);
        return digits.Length > 0 && digits[0] >= 0x80 ? Count(digits.Length + 1).Raw([0]).Raw(digits) : Bytes(digits);
    }

    /// <summary>1, 2, 3 and so on, up to a whole block.</summary>
    public SshWriter PadTo(int blockSize)
    {
        for (byte next = 1; _bytes.Count % blockSize != 0; next++)
        {
            _bytes.Add(next);
        }

        return this;
    }
}
