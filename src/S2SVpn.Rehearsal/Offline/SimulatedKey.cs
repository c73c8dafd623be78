using System.Security.Cryptography;
using System.Text;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Made-up pre-shared keys.</summary>
internal static class SimulatedKey
{
    /// <summary>As both clouds take one, 8 to 64 letters, digits, dots and underscores; another for each name.</summary>
    public static string Of(string name) => $"Simulated.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]}";
}
