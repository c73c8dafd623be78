namespace S2SVpn.Design.Request.Reading;

/// <summary>What no sensible request comes near: 200 sites a cloud with 1,000 links are some 100 KB and 10,000 values.</summary>
internal static class Limits
{
    public const int Characters = 1024 * 1024;

    /// <summary>Values, with aliases followed. A long text counts as several.</summary>
    public const int Values = 100_000;

    /// <summary>So many characters of a text count as one value more.</summary>
    public const int CharactersPerValue = 100;

    public const int Depth = 32;

    /// <summary>After so many findings nobody reads on.</summary>
    public const int FindingCollector = 2_000;

    /// <summary>Characters of one value.</summary>
    public const int Value = 10_000;
}
