using System.Buffers.Binary;
using System.Text;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>A message of charon's control protocol (vici), or a section of one: texts, lists of texts and sections by their names.</summary>
internal sealed class ViciNode
{
    private const byte SectionStart = 1, SectionEnd = 2, KeyValue = 3, ListStart = 4, ListItem = 5, ListEnd = 6;

    private readonly Dictionary<string, object> _entries = [];

    public ViciNode Set(string name, string value)
    {
        _entries[name] = value;
        return this;
    }

    public ViciNode Set(string name, IEnumerable<string> values)
    {
        _entries[name] = values.ToList();
        return this;
    }

    public ViciNode Set(string name, ViciNode section)
    {
        _entries[name] = section;
        return this;
    }

    public string? Text(string name) => _entries.GetValueOrDefault(name) as string;

    public IReadOnlyList<string> List(string name) => _entries.GetValueOrDefault(name) as List<string> ?? [];

    public ViciNode? Section(string name) => _entries.GetValueOrDefault(name) as ViciNode;

    public IEnumerable<(string Name, ViciNode Section)> Sections =>
        _entries.Where(entry => entry.Value is ViciNode).Select(entry => (entry.Key, (ViciNode)entry.Value));

    public void Write(MemoryStream to)
    {
        foreach (var (name, value) in _entries)
        {
            switch (value)
            {
                case string text:
                    WriteName(to, KeyValue, name);
                    WriteValue(to, text);
                    break;
                case List<string> items:
                    WriteName(to, ListStart, name);
                    foreach (var item in items)
                    {
                        to.WriteByte(ListItem);
                        WriteValue(to, item);
                    }

                    to.WriteByte(ListEnd);
                    break;
                case ViciNode section:
                    WriteName(to, SectionStart, name);
                    section.Write(to);
                    to.WriteByte(SectionEnd);
                    break;
            }
        }
    }

    /// <exception cref="FormatException">It is cut short.</exception>
    public static ViciNode Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return Read(bytes, ref at);
    }

    private static ViciNode Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var node = new ViciNode();
        List<string>? list = null;
        while (at < bytes.Length)
        {
            switch (bytes[at++])
            {
                case SectionStart:
                    node._entries[Name(bytes, ref at)] = Read(bytes, ref at);
                    break;
                case SectionEnd:
                    return node;
                case KeyValue:
                    node._entries[Name(bytes, ref at)] = Value(bytes, ref at);
                    break;
                case ListStart:
                    node._entries[Name(bytes, ref at)] = list = [];
                    break;
                case ListItem:
                    list?.Add(Value(bytes, ref at));
                    break;
                case ListEnd:
                    list = null;
                    break;
                case var unknown:
                    throw new FormatException($"charon sent an element of the unknown type {unknown}.");
            }
        }

        return node;
    }

    private static void WriteName(MemoryStream to, byte type, string name)
    {
        to.WriteByte(type);
        to.WriteByte((byte)name.Length);
        to.Write(Encoding.ASCII.GetBytes(name));
    }

    private static void WriteValue(MemoryStream to, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)bytes.Length);
        to.Write(length);
        to.Write(bytes);
    }

    private static string Name(ReadOnlySpan<byte> bytes, ref int at) => Take(bytes, ref at, Bytes(bytes, ref at, 1)[0]);

    private static string Value(ReadOnlySpan<byte> bytes, ref int at) =>
        Take(bytes, ref at, BinaryPrimitives.ReadUInt16BigEndian(Bytes(bytes, ref at, 2)));

    private static string Take(ReadOnlySpan<byte> bytes, ref int at, int length) => Encoding.UTF8.GetString(Bytes(bytes, ref at, length));

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> bytes, ref int at, int length)
    {
        if (at + length > bytes.Length)
        {
            throw new FormatException("A message of charon is cut short.");
        }

        at += length;
        return bytes.Slice(at - length, length);
    }
}
