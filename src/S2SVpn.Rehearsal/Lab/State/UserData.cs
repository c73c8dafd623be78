using System.IO.Compression;
using System.Text;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>What a machine is given at its first start.</summary>
internal static class UserData
{
    // What gzip begins with, in base64.
    private const string Packed = "H4sI";

    /// <summary>The cloud-init configuration of a machine; an empty one where it has none.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="name">What its cloud calls it: user_data_base64 or custom_data.</param>
    /// <exception cref="LabException">It can't be unpacked.</exception>
    public static CloudConfig Of(StateResource machine, string name)
    {
        // Test machines have theirs as plain text.
        if (machine.Text(name) is not { } packed || !packed.StartsWith(Packed, StringComparison.Ordinal))
        {
            return new CloudConfig();
        }

        try
        {
            using var unpacked = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            return CloudConfig.Read(reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new LabException($"The user data of {machine} can't be unpacked: {exception.Message}");
        }
    }
}
