using S2SVpn.App.Reports;
using S2SVpn.Design.Estimates;

namespace S2SVpn.App.Estimating;

/// <summary>An estimate for programs, with every price that there is.</summary>
internal static class EstimateJson
{
    public static string Write(IReadOnlyList<Estimate> estimates, EstimateOptions options) => JsonText.Of(
        new
        {
            options.Hours,
            options.AwsGigabytesOut,
            options.AzureGigabytesOut,
            Estimates = estimates.Select(estimate => new
            {
                estimate.Name,
                estimate.Cost.Monthly,
                estimate.Cost.HasUnchecked,
                Lines = estimate.Cost.Lines.Select(line => new { line.Where, line.Price.Key, line.Price.What, line.Count, line.Units, line.Monthly }),
                estimate.Cost.NotCounted,
                Availability = estimate.Availability.Select(link => new
                {
                    link.Link,
                    link.Product,
                    link.MinutesDown,
                    link.Offer,
                    Parts = link.Parts.Select(part => new { part.What, part.Promise }),
                }),
                estimate.Throughput,
                estimate.Failover,
            }),
            Prices = options.Prices.All,
        });
}
