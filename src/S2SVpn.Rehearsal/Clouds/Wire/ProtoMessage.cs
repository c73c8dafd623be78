using System.Text;

namespace S2SVpn.Rehearsal.Clouds.Wire;

/// <summary>A message in protobuf's wire format, read into its fields (protobuf.dev/programming-guides/encoding).</summary>
internal sealed class ProtoMessage
{
    private readonly Dictionary<int, ReadOnlyMemory<byte>> _bytes = [];
    private readonly Dictionary<int, ulong> _numbers = [];

    public ProtoMessage(ReadOnlyMemory<byte> message)
    {
        var rest = message;
        while (!rest.IsEmpty)
        {
            var key = Varint(ref rest);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _numbers[field] = Varint(ref rest);
                    break;
                case 1:
                    Take(ref rest, 8);
                    break;
                case 2:
                    _bytes[field] = Take(ref rest, (int)Varint(ref rest));
                    break;
                case 5:
                    Take(ref rest, 4);
                    break;
                default:
                    throw new FormatException($"A message has a field of wire type {key & 7}.");
            }
        }
    }

    public ReadOnlyMemory<byte> Bytes(int field) => _bytes.GetValueOrDefault(field);

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public long Number(int field) => (long)_numbers.GetValueOrDefault(field);

    public ProtoMessage Message(int field) => new(Bytes(field));

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(ref rest, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A message has a number of more than 64 bits.");
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        if (count < 0 || count > rest.Length)
        {
            throw new FormatException("A message ends before its last field does.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
