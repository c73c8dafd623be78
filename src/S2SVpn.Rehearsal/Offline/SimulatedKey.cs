using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Made-up keys.</summary>
internal static class SimulatedKey
{
    // As both key pairs of a WireGuard tunnel are called in a configuration.
    private static readonly string[] Ends = ["aws", "azure"];

    /// <summary>As both clouds take one, 8 to 64 letters, digits, dots and underscores; another for each name.</summary>
    public static string Of(string name) => $"Simulated.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]}";

    /// <summary>A value for a variable: a pre-shared key, or the key pairs of a WireGuard tunnel.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="variable">What the configuration says of it.</param>
    /// <exception cref="OfflineException">The key pairs can't be made here.</exception>
    public static JsonNode For(string name, JsonNode? variable) => IsPairs(variable) ? Pairs(name) : Of(name)!;

    /// <summary>Whether a variable holds key pairs.</summary>
    public static bool IsPairs(JsonNode? variable) =>
        variable?["type"] is JsonValue type && type.TryGetValue<string>(out var text) && text.Contains("_private", StringComparison.Ordinal);

    private static JsonObject Pairs(string name)
    {
        try
        {
            return new JsonObject(Ends.SelectMany(end =>
            {
                var key = CurveKeys.PrivateFrom(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {end}")));
                return new[] { KeyValuePair.Create($"{end}_private", (JsonNode?)key), KeyValuePair.Create($"{end}_public", (JsonNode?)CurveKeys.PublicOf(key)) };
            }));
        }
        catch (CryptographicException exception)
        {
            throw new OfflineException(exception.Message);
        }
    }
}
