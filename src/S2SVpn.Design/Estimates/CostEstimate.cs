using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Estimates;

/// <summary>What a plan costs a month, by line.</summary>
internal sealed class CostEstimate
{
    // azure.microsoft.com/pricing/details/vpn-gateway: the first 10 are in the gateway's price.
    private const int FreeTunnels = 10;

    private readonly EstimateOptions _options;
    private readonly List<CostLine> _lines = [];
    private readonly SortedSet<string> _unpriced = new(StringComparer.Ordinal);

    private CostEstimate(ConnectivityPlan plan, EstimateOptions options)
    {
        _options = options;
        foreach (var site in plan.AwsSites)
        {
            Add(site);
        }

        foreach (var site in plan.AzureSites)
        {
            Add(site);
        }

        NotCounted = [.. _unpriced, .. Left(plan)];
    }

    public IReadOnlyList<CostLine> Lines => _lines;

    /// <summary>What costs something, and is not in the sum.</summary>
    public IReadOnlyList<string> NotCounted { get; }

    public decimal Monthly => _lines.Sum(line => line.Monthly);

    /// <summary>Whether a price in the sum was not checked.</summary>
    public bool HasUnchecked => _lines.Exists(line => !line.Price.IsChecked);

    public static CostEstimate Of(ConnectivityPlan plan, EstimateOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        return new CostEstimate(plan, options);
    }

    private void Add(AwsSitePlan site)
    {
        var where = Where("AWS", site.Name);
        var connections = site.Links.SelectMany(link => link.Connections).ToList();
        PerHour(where, "aws.vpn-connection", connections.Count(connection => connection.Bandwidth != Bandwidth.Large));
        PerHour(where, "aws.vpn-connection-large", connections.Count(connection => connection.Bandwidth == Bandwidth.Large));
        PerHour(where, "aws.vpn-acceleration", connections.Count(connection => connection.Acceleration));
        Machines(where, "aws", site.Gateway.Appliance);
        if (site.Gateway.Kind == AwsGatewayKind.Transit)
        {
            PerHour(where, "aws.transit-attachment", connections.Count + (site.Gateway.Attach ? 1 : 0));
            // What comes in from Azure is sent to the gateway over the VPN, and processed as well.
            PerGigabyte(where, "aws.transit-data", _options.AwsGigabytesOut + _options.AzureGigabytesOut);
        }

        PerGigabyte(where, "aws.data-out", _options.AwsGigabytesOut);
    }

    private void Add(AzureSitePlan site)
    {
        var where = Where("Azure", site.Name);
        var gateway = site.Gateway;
        if (gateway is { Kind: AzureGatewayKind.Managed, Existing: null })
        {
            PerHour(where, $"azure.{gateway.Sku}", 1);
            PerHour(where, "azure.public-ip", gateway.Instances.Count(instance => instance.PublicIp is not null));
        }

        if (gateway.Kind == AzureGatewayKind.Managed)
        {
            PerHour(where, "azure.tunnel", Math.Max(0, site.Links.Sum(link => link.Connections.Count) - FreeTunnels));
        }

        Machines(where, "azure", gateway.Appliance);
        PerGigabyte(where, "azure.data-out", _options.AzureGigabytesOut);
    }

    private void Machines(string where, string cloud, AppliancePlan? appliance)
    {
        foreach (var size in appliance?.Machines.GroupBy(machine => machine.Size) ?? [])
        {
            PerHour(where, $"{cloud}.{size.Key}", size.Count());
        }

        var count = appliance?.Machines.Count ?? 0;
        PerHour(where, $"{cloud}.public-ip", count);
        Add(where, $"{cloud}.disk", count, count);
    }

    // The only site of a cloud is named like it.
    private static string Where(string cloud, string site) => cloud.Equals(site, StringComparison.OrdinalIgnoreCase) ? cloud : $"{cloud} {site}";

    private void PerHour(string where, string key, int count) => Add(where, key, count, count * _options.Hours);

    private void PerGigabyte(string where, string key, decimal gigabytes) => Add(where, key, 1, gigabytes);

    private void Add(string where, string key, int count, decimal units)
    {
        if (units <= 0)
        {
            return;
        }

        if (_options.Prices.Find(key) is { } price)
        {
            _lines.Add(new CostLine(where, price, count, units));
        }
        else
        {
            _unpriced.Add($"{where}: {key}, whose price is not known");
        }
    }

    private static IEnumerable<string> Left(ConnectivityPlan plan)
    {
        var machines = plan.AwsSites.Sum(site => site.Probes.Count) + plan.AzureSites.Sum(site => site.Probes.Count);
        if (machines > 0)
        {
            yield return $"{machines} test machines with their disks and public addresses";
        }

        if (plan.AwsSites.Any(site => site.Alarms is not null) || plan.AzureSites.Any(site => site.Alerts is not null || site.Diagnostics is not null) || plan.Dashboard is not null)
        {
            yield return "alarms, logs and dashboards";
        }

        if (plan.AzureSites.Any(site => site.Network.Spokes.Count > 0))
        {
            yield return "data over the peerings to spokes, which each side bills by the gigabyte";
        }

        if (plan.Links.SelectMany(link => link.Keys).Any(key => key.SecretsManager is not null || key.KeyVault is not null || key.CopyToSecretsManager is not null || key.CopyToKeyVault is not null))
        {
            yield return "secrets in AWS Secrets Manager and Azure Key Vault";
        }

        yield return "tax, discounts, support plans, and what other regions cost more";
    }
}

/// <summary>One line of the sum.</summary>
/// <param name="Where">The site.</param>
/// <param name="Price">The price of a unit.</param>
/// <param name="Count">How many of them there are.</param>
/// <param name="Units">Hours, gigabytes or months.</param>
internal sealed record CostLine(string Where, Price Price, int Count, decimal Units)
{
    public decimal Monthly => Units * Price.Usd;
}
