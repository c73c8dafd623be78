using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Estimates;

/// <summary>
/// What both clouds promise for a link, multiplied. It takes their promises for what they keep, and failures for independent:
/// a service credit is not a measurement.
/// </summary>
internal sealed record AvailabilityEstimate
{
    /// <summary>aws.amazon.com/vpn/site-to-site-vpn-sla (5 May 2022): each connection.</summary>
    public const double AwsConnection = 0.9995;

    /// <summary>aws.amazon.com/transit-gateway/sla/historical (19 March 2019): the gateway.</summary>
    public const double TransitGateway = 0.9995;

    /// <summary>The SLA for Microsoft Online Services: a VPN gateway of any SKU but Basic.</summary>
    public const double AzureGateway = 0.9995;

    // What is offered has to leave room for what isn't in the product.
    private const double Margin = 0.0001;

    private const double MinutesOfAMonth = 730 * 60;

    private static readonly double[] Offers = [0.9999, 0.9995, 0.999, 0.995, 0.99];

    /// <summary>The link.</summary>
    public required string Link { get; init; }

    /// <summary>What goes into the product, with the promise of each.</summary>
    public required IReadOnlyList<(string What, double Promise)> Parts { get; init; }

    /// <summary>Whether the loss of one tunnel, VPN connection or gateway instance leaves another.</summary>
    public required bool IsRedundant { get; init; }

    /// <summary>Whether an end is on machines, which no promise is for.</summary>
    public required bool HasMachines { get; init; }

    public double Product => Parts.Aggregate(1.0, (product, part) => product * part.Promise);

    public double MinutesDown => (1 - Product) * MinutesOfAMonth;

    /// <summary>The highest usual figure below the product; null where there is none.</summary>
    public double? Offer => IsRedundant ? Offers.Cast<double?>().FirstOrDefault(offer => offer < Product - Margin) : null;

    public static IReadOnlyList<AvailabilityEstimate> Of(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Links.Select(link => Of(plan, link))];
    }

    private static AvailabilityEstimate Of(ConnectivityPlan plan, LinkPlan link)
    {
        var (aws, azure) = (plan.AwsSite(link.AwsSite).Gateway, plan.AzureSite(link.AzureSite).Gateway);
        var used = link.Tunnels.Where(tunnel => tunnel.IsUsed).ToList();
        var connections = used.Select(tunnel => tunnel.Connection).Distinct().Count();
        List<(string, double)> parts = [];
        if (aws.Kind != AwsGatewayKind.Appliance)
        {
            parts.Add((connections > 1 ? "one of two VPN connections" : "the VPN connection", 1 - Math.Pow(1 - AwsConnection, connections)));
        }

        if (aws.Kind == AwsGatewayKind.Transit)
        {
            parts.Add(("the transit gateway", TransitGateway));
        }

        if (azure.Kind == AzureGatewayKind.Managed)
        {
            parts.Add(("the Azure VPN gateway", AzureGateway));
        }

        return new AvailabilityEstimate
        {
            Link = link.Name,
            Parts = parts,
            HasMachines = aws.Kind == AwsGatewayKind.Appliance || azure.Kind == AzureGatewayKind.Appliance,
            IsRedundant = connections > 1 && used.Select(tunnel => tunnel.AzureInstance).Distinct().Count() > 1,
        };
    }
}
