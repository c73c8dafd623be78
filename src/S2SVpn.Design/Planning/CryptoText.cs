using System.Globalization;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Planning;

/// <summary>Crypto in one line.</summary>
internal static class CryptoText
{
    public static string Of(CryptoProfile crypto) => string.Join(
        ' ',
        new[]
        {
            Words.Of(crypto.Ike.Version), Words.Of(crypto.Ike.Encryption), Words.Of(crypto.Ike.Integrity), Words.Of(crypto.Ike.DhGroup),
            "esp", Words.Of(crypto.Esp.Encryption), crypto.Esp.Integrity is { } integrity ? Words.Of(integrity) : null, Words.Of(crypto.Esp.PfsGroup),
        }.OfType<string>());

    public static string WithLifetimes(CryptoProfile crypto) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(crypto)}, {crypto.Ike.LifetimeSeconds}s and {crypto.Esp.LifetimeSeconds}s");
}
