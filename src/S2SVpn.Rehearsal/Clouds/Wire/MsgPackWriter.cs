using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Wire;

/// <summary>Writes a value as MessagePack, as Terraform reads it.</summary>
internal static class MsgPackWriter
{
    // An extension of one byte, of type 0, with nothing in it: a value to be known after an apply.
    private static readonly byte[] Unknown = [0xd4, 0x00, 0x00];

    public static byte[] Write(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Value value)
    {
        switch (value)
        {
            case FlagValue flag:
                buffer.Write([flag.Flag ? (byte)0xc3 : (byte)0xc2]);
                break;
            case NumberValue number:
                Number(buffer, number.Number);
                break;
            case TextValue text:
                Text(buffer, text.Text);
                break;
            case ListValue list:
                Head(buffer, 0xdd, list.Items.Count);
                foreach (var item in list.Items)
                {
                    Write(buffer, item);
                }

                break;
            case Attributes attributes:
                Head(buffer, 0xdf, attributes.Values.Count);
                foreach (var (name, item) in attributes.Values)
                {
                    Text(buffer, name);
                    Write(buffer, item);
                }

                break;
            default:
                buffer.Write(value.IsUnknown ? Unknown : [0xc0]);
                break;
        }
    }

    // A whole number of 64 bits as one, any other as its decimal digits: Terraform takes both, and neither loses a digit.
    private static void Number(ArrayBufferWriter<byte> buffer, decimal number)
    {
        if (decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue)
        {
            Span<byte> bytes = stackalloc byte[9];
            bytes[0] = 0xd3;
            BinaryPrimitives.WriteInt64BigEndian(bytes[1..], (long)number);
            buffer.Write(bytes);
            return;
        }

        Text(buffer, new NumberValue(number).ToString());
    }

    private static void Text(ArrayBufferWriter<byte> buffer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Head(buffer, 0xdb, bytes.Length);
        buffer.Write(bytes);
    }

    private static void Head(ArrayBufferWriter<byte> buffer, byte code, int length)
    {
        Span<byte> bytes = stackalloc byte[5];
        bytes[0] = code;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], length);
        buffer.Write(bytes);
    }
}
