using System.Globalization;
using S2SVpn.Design;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Estimating;

/// <summary>The figures of an estimate in words, the same in each format.</summary>
internal static class EstimateWords
{
    public const string UncheckedNote = "A ? marks a price that could not be checked. Compare it with its source, or give your own by --prices.";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Number(decimal number) => number.ToString("#,0.##", Plain);

    public static string Dollars(decimal amount) => amount.ToString("$#,0.00", Plain);

    public static string Price(Price price) => $"{price.Usd.ToString("$0.####", Plain)}/{price.Unit}{(price.IsChecked ? "" : " ?")}";

    public static string Source(Price price) => $"{price.Source}, {price.Read.ToString("yyyy-MM-dd", Plain)}{(price.IsChecked ? "" : ", not checked")}";

    /// <summary>Where the prices of the lines are from.</summary>
    public static string Sources(CostEstimate cost) => "Prices: " + string.Join("; ", cost.Lines.Select(line => line.Price).Distinct().GroupBy(Source)
        .Select(group => $"{string.Join(", ", group.Select(price => price.What))}: {group.Key}")) + ".";

    public static string Sum(CostEstimate cost) => $"about {Dollars(cost.Monthly)} a month";

    public static string Percent(double share) => (Math.Floor(share * 1_000_000) / 10_000).ToString("0.####", Plain) + " %";

    public static string Basis(EstimateOptions options) =>
        $"For {Number(options.Hours)} hours a month, with {Number(options.AwsGigabytesOut)} GB from each AWS site and {Number(options.AzureGigabytesOut)} GB from each Azure site, at list prices of the eastern US. An estimate: ask both clouds' calculators before you sign.";

    public static IEnumerable<string> Links(Estimate estimate) =>
        estimate.Availability.Select(Availability).Concat(estimate.Throughput.Select(Throughput)).Concat(estimate.Failover.Select(Failover));

    public static IEnumerable<(string What, string First, string Second)> Compare(Estimate one, Estimate other)
    {
        yield return ("cost a month", Dollars(one.Cost.Monthly), Dollars(other.Cost.Monthly));
        yield return ("availability", Worst(one), Worst(other));
        yield return ("AWS to Azure", Rates(one, link => link.AwsToAzureMbps), Rates(other, link => link.AwsToAzureMbps));
        yield return ("Azure to AWS", Rates(one, link => link.AzureToAwsMbps), Rates(other, link => link.AzureToAwsMbps));
        yield return ("one flow", Rates(one, link => link.TunnelMbps), Rates(other, link => link.TunnelMbps));
        yield return ("failover", Slowest(one), Slowest(other));
    }

    private static string Availability(AvailabilityEstimate link) => link.Parts.Count == 0
        ? $"Availability of {link.Link}: no SLA covers machines of this kind as a gateway."
        : $"Availability of {link.Link}: {Percent(link.Product)}, by {(link.HasMachines ? "the SLA of the managed end alone" : "both clouds' SLAs")} ({string.Join(", ", link.Parts.Select(part => $"{part.What} {Percent(part.Promise)}"))}): "
            + string.Create(Plain, $"{link.MinutesDown:0} minutes down a month. ")
            + (link.HasMachines ? "No SLA covers the machines at the other end as a gateway, and they are not in it. " : "")
            + (link.Offer is { } offer
                ? $"Offer {Percent(offer)} on top at most: the gateways' own promises are the floor, however many tunnels there are."
                : "Offer no SLA on top: one part of it has no second, and maintenance interrupts it.");

    private static string Throughput(ThroughputEstimate link) =>
        $"Throughput of {link.Link}: {Words.OfMbps(link.AwsToAzureMbps)} from AWS to Azure, {Words.OfMbps(link.AzureToAwsMbps)} back, {Words.OfMbps(link.TunnelMbps)} for one flow. The limit is {link.Limit}. "
        + string.Create(Plain, $"One TCP flow fills a tunnel with a window of {link.WindowMegabytes(10):0.0} MB at 10 ms there and back, {link.WindowMegabytes(80):0.0} MB at 80 ms.");

    private static string Failover(FailoverEstimate link) => link is { AwsSeconds: null, AzureSeconds: null }
        ? $"Failover of {link.Link}: {link.Why}; traffic stops until it is back."
        : $"Failover of {link.Link}: where a tunnel goes silent, up to {Seconds(link.AwsSeconds)} from AWS and {Seconds(link.AzureSeconds)} from Azure, by {link.Why}. One that is shut down in order moves at once.";

    private static string Seconds(int? seconds) => seconds is { } some ? string.Create(Plain, $"{some} s") : "an unknown time";

    private static string Worst(Estimate estimate) =>
        estimate.Availability.Where(link => link.Parts.Count > 0).Select(link => (double?)link.Product).Min() is { } share ? Percent(share) : "no SLA";

    private static string Rates(Estimate estimate, Func<ThroughputEstimate, int> rate) =>
        estimate.Throughput.Count == 0 ? "by the machine" : string.Join(", ", estimate.Throughput.Select(rate).Distinct().Select(Words.OfMbps));

    private static string Slowest(Estimate estimate) =>
        estimate.Failover.Any(link => link.AwsSeconds is null && link.AzureSeconds is null)
            ? "none"
            : $"{Seconds(estimate.Failover.Max(link => link.AwsSeconds))} from AWS, {Seconds(estimate.Failover.Max(link => link.AzureSeconds))} from Azure";
}
