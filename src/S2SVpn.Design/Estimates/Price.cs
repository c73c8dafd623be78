namespace S2SVpn.Design.Estimates;

/// <summary>A price without tax or discount, as a cloud lists it for its first tier.</summary>
/// <param name="Key">How a file of prices names it.</param>
/// <param name="What">What it is for.</param>
/// <param name="Usd">The price of one unit in US dollars.</param>
/// <param name="Unit">Hour or GB.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Read">When.</param>
/// <param name="IsChecked">Whether it was read at its source; otherwise it may be out of date.</param>
internal sealed record Price(string Key, string What, decimal Usd, string Unit, string Source, DateOnly Read, bool IsChecked);
