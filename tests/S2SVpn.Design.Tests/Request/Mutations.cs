using System.Text;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Good requests, made bad in any way: the same random numbers give the same bytes.</summary>
internal sealed class Mutations(Random random)
{
    private static readonly string[] Bases =
    [
        Requests.Smallest, Requests.Everything, Requests.SeveralSites, Requests.ExistingNetwork, Requests.Json,
        .. Enumerable.Range(0, 100).Select(seed => RequestWriter.Write(RandomRequests.Make(seed))),
    ];

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ":", ": ", ",", "-", "- ", "? ", "#", " # ", "'", "\"", "\\", "|\n", ">-\n", "&a ", "*a", "*a ", "<<: *a\n", "!x ", "!!binary ",
        "%YAML 1.1\n", "%TAG ! x\n", "---\n", "...\n", "~", "null", "true", "yes", "0", "-1", "0x10", "1e999", "1_000", ".inf", "${env:ASN}", "${env:MISSING}",
        "${env:", "${env:BROKEN}", "${", "%{", "\t", "\n", "\r", "\r\n", "\n\n", " ", "  ", "\0", "\u0007", "\u001b[2J", "\u0085", "\u2028", "\uFEFF", "\uE07B",
        "\uFFFF", "é", "日本", "\ud83d\ude00", "10.0.0.0/33", "10.0.0.1/8", "::1/64", "4294967296", "psk: x\n", "AKIAIOSFODNN7EXAMPLE", "cidr", "link: {}\n",
    ];

    public byte[] Make()
    {
        // Half of them are what people write.
        var text = random.Next(2) == 0 ? Bases[random.Next(5)] : Pick(Bases);
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            Mutate(bytes);
        }

        // Now and then one at the limit, or far beyond it.
        return random.Next(1000) switch
        {
            0 => Grown(bytes, 10_000_000),
            < 4 => Grown(bytes, 1_000_000),
            _ => [.. bytes],
        };
    }

    private void Mutate(List<byte> bytes)
    {
        var (start, length) = Range(bytes);
        switch (random.Next(12))
        {
            case 0:
                bytes.RemoveRange(start, length);
                break;
            case 1:
                bytes.InsertRange(start, Repeated(bytes.GetRange(start, length), random.Next(1, 4)));
                break;
            case 2:
                Swap(bytes, start, length);
                break;
            case 3:
                bytes.InsertRange(start, Nested());
                break;
            case 4:
                bytes.InsertRange(start, Bomb());
                break;
            case 5:
                bytes.InsertRange(start, Repeated([(byte)random.Next('0', '9' + 1)], random.Next(1, 3000)));
                break;
            case 6:
                bytes.InsertRange(start, Enumerable.Range(0, random.Next(1, 5)).Select(_ => (byte)random.Next(0x80, 0x100)));
                break;
            case 7:
                Value(bytes, start);
                break;
            case 8:
                Indent(bytes, start);
                break;
            case 9 when bytes.Count > 0:
                bytes[Math.Min(start, bytes.Count - 1)] = (byte)random.Next(0x100);
                break;
            default:
                bytes.InsertRange(start, Encoding.UTF8.GetBytes(Pick(Pieces)));
                break;
        }
    }

    private void Swap(List<byte> bytes, int start, int length)
    {
        var moved = bytes.GetRange(start, length);
        bytes.RemoveRange(start, length);
        bytes.InsertRange(random.Next(bytes.Count + 1), moved);
    }

    /// <summary>Another value behind a colon: the file stays YAML, and is wrong further in.</summary>
    private void Value(List<byte> bytes, int start)
    {
        var colon = bytes.FindIndex(start, sign => sign == ':');
        if (colon >= 0)
        {
            var end = bytes.FindIndex(colon, sign => sign is (byte)',' or (byte)'\n' or (byte)'}');
            bytes.RemoveRange(colon, (end < 0 ? bytes.Count : end) - colon);
            bytes.InsertRange(colon, Encoding.UTF8.GetBytes($": {Pick([.. Pieces, "[]", "{}", "[1, a]", "{ a: b }", "word"])}"));
        }
    }

    private void Indent(List<byte> bytes, int start)
    {
        var line = bytes.FindIndex(start, sign => sign == '\n') + 1;
        if (random.Next(2) == 0)
        {
            bytes.InsertRange(line, Repeated([(byte)' '], random.Next(1, 5)));
        }
        else if (line < bytes.Count && bytes[line] == ' ')
        {
            bytes.RemoveAt(line);
        }
    }

    private byte[] Nested()
    {
        var (open, close) = Pick([("[", "]"), ("{ a: ", "}"), ("- ", ""), ("? ", ""), ("&a [", "]"), ("a:\n ", "")]);
        var depth = random.Next(1, 3000);
        return Encoding.UTF8.GetBytes(Again(open, depth) + (random.Next(2) == 0 ? Again(close, depth) : ""));
    }

    private byte[] Bomb()
    {
        var wide = random.Next(2, 12);
        var levels = Enumerable.Range(1, random.Next(1, 40)).Select(level =>
            $"b{level}: &b{level} [{string.Join(", ", Enumerable.Repeat($"*b{level - 1}", wide))}]\n");
        return Encoding.UTF8.GetBytes($"\nb0: &b0 [{Pick(Pieces).Trim()}]\n{string.Concat(levels)}");
    }

    private byte[] Grown(List<byte> bytes, int size)
    {
        var (start, length) = Range(bytes);
        var part = random.Next(2) == 0 ? bytes.GetRange(start, length).ToArray() : Encoding.UTF8.GetBytes(Pick(Pieces));
        return [.. bytes, .. part.Length == 0 ? new byte[size] : Repeated(part, size / part.Length)];
    }

    private (int Start, int Length) Range(List<byte> bytes)
    {
        var start = random.Next(bytes.Count + 1);
        return (start, random.Next(Math.Min(bytes.Count - start, Pick([1, 10, 100, 10_000])) + 1));
    }

    private T Pick<T>(T[] among) => among[random.Next(among.Length)];

    private static string Again(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Repeated(IReadOnlyList<byte> part, int times)
    {
        var all = new byte[part.Count * times];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = part[i % part.Count];
        }

        return all;
    }
}
