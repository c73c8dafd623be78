using System.Buffers.Binary;
using System.Text;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Wire;

/// <summary>
/// Reads a value from MessagePack as Terraform writes it. Any extension is an unknown value: Terraform uses type 0 for
/// unknown, and type 12 for unknown with something known about it.
/// </summary>
internal ref struct MsgPackReader
{
    private ReadOnlySpan<byte> _rest;

    private MsgPackReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    public static Value Read(ReadOnlySpan<byte> bytes) => new MsgPackReader(bytes).Next();

    private Value Next()
    {
        var code = Take(1)[0];
        return code switch
        {
            <= 0x7f => code,
            <= 0x8f => Map(code & 0x0f),
            <= 0x9f => List(code & 0x0f),
            <= 0xbf => Text(code & 0x1f),
            0xc0 => Value.Null,
            0xc2 => false,
            0xc3 => true,
            0xc7 => Extension(Length(1)),
            0xc8 => Extension(Length(2)),
            0xc9 => Extension(Length(4)),
            0xca => new NumberValue((decimal)BinaryPrimitives.ReadSingleBigEndian(Take(4))),
            0xcb => new NumberValue((decimal)BinaryPrimitives.ReadDoubleBigEndian(Take(8))),
            0xcc => Take(1)[0],
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => new NumberValue(BinaryPrimitives.ReadUInt64BigEndian(Take(8))),
            0xd0 => (sbyte)Take(1)[0],
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            >= 0xd4 and <= 0xd8 => Extension(1 << (code - 0xd4)),
            0xd9 => Text(Length(1)),
            0xda => Text(Length(2)),
            0xdb => Text(Length(4)),
            0xdc => List(Length(2)),
            0xdd => List(Length(4)),
            0xde => Map(Length(2)),
            0xdf => Map(Length(4)),
            >= 0xe0 => (sbyte)code,
            _ => throw new FormatException($"MessagePack has the code 0x{code:x2}, which does not start any known value."),
        };
    }

    private int Length(int size)
    {
        var bytes = Take(size);
        return size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            _ => checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes)),
        };
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private Value Extension(int length)
    {
        Take(1 + length);
        return Value.Unknown;
    }

    private ListValue List(int count)
    {
        var items = new List<Value>();
        for (var index = 0; index < count; index++)
        {
            items.Add(Next());
        }

        return new ListValue([.. items]);
    }

    private Attributes Map(int count)
    {
        var entries = new List<KeyValuePair<string, Value>>();
        for (var index = 0; index < count; index++)
        {
            var name = Next() as TextValue ?? throw new FormatException("A map of MessagePack has a key that is not a string.");
            entries.Add(KeyValuePair.Create(name.Text, Next()));
        }

        return new Attributes(entries);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new FormatException("MessagePack ends within a value.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
