using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>The files of an appliance's machine in a state, as if another user data had been applied.</summary>
internal static class MachineFiles
{
    /// <param name="machine">The machine.</param>
    /// <param name="attribute">What its cloud calls user data.</param>
    /// <param name="from">What stands there.</param>
    /// <param name="to">What is to stand there.</param>
    public static void Rewrite(JsonObject machine, string attribute, string from, string to)
    {
        using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String((string)machine[attribute]!)), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        var text = reader.ReadToEnd();
        Assert.Contains(from, text, StringComparison.Ordinal);
        using var result = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(result, CompressionLevel.Fastest), new UTF8Encoding(false)))
        {
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }

        machine[attribute] = JsonValue.Create(Convert.ToBase64String(result.ToArray()));
    }
}
