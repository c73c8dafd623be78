namespace S2SVpn.Design.Estimates;

/// <summary>What an estimate can't know from a request.</summary>
internal sealed record EstimateOptions
{
    /// <summary>The hours of a month that everything stands.</summary>
    public decimal Hours { get; init; } = 730;

    /// <summary>The gigabytes that each AWS site sends to Azure a month.</summary>
    public decimal AwsGigabytesOut { get; init; } = 100;

    /// <summary>The gigabytes that each Azure site sends to AWS a month.</summary>
    public decimal AzureGigabytesOut { get; init; } = 100;

    public PriceTable Prices { get; init; } = PriceTable.Known;
}
