using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>Tells when a gateway SKU was retired, and what to use instead.</summary>
internal static class Retirement
{
    /// <summary>A phrase that follows the field's name.</summary>
    public static string Of(GatewaySku sku) => AzureSku.Of(sku) is { Successor: { } successor, Retired: var date }
        ? $"{Words.Of(sku)} was retired {date}; its successor is {Words.Of(successor)}"
        : throw new ArgumentException($"{sku} is not retired.", nameof(sku));
}
