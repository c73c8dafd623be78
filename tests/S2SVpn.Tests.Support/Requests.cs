using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Tests.Support;

/// <summary>Requests to change with <c>with</c>.</summary>
public static class Requests
{
    public static VpnRequest Starter { get; } = new()
    {
        Name = "shop",
        Environment = "prod",
        Aws = [new("aws", Aws("10.2.0.0/16"))],
        Azure = [new("azure", Azure("10.1.0.0/16"))],
    };

    /// <summary>Two AWS sites that meet at one Azure gateway.</summary>
    public static VpnRequest TwoRegions { get; } = new()
    {
        Name = "shop",
        Aws =
        [
            new("frankfurt", Aws("10.2.0.0/16")),
            new("virginia", Aws("10.3.0.0/16") with { Region = "us-east-1" }),
        ],
        Azure = [new("west", Azure("10.1.0.0/16"))],
        Links =
        [
            new Link { Between = ["frankfurt", "west"], Slot = 0 },
            new Link { Between = ["virginia", "west"], Slot = 1 },
        ],
    };

    public static AwsSite Aws(params string[] cidrs) =>
        new() { Region = "eu-central-1", Network = new AwsNetwork { Cidrs = Cidrs(cidrs) } };

    public static AzureSite Azure(params string[] cidrs) =>
        new() { Location = "westeurope", Network = new AzureNetwork { Cidrs = Cidrs(cidrs) } };

    public static ValueList<Cidr> Cidrs(params string[] cidrs) => cidrs.Select(Cidr.Parse).ToValueList();

    public static VpnRequest WithLink(this VpnRequest request, Func<Link, Link> change) =>
        request with { Links = [change(request.Links[0])] };

    public static VpnRequest WithAws(this VpnRequest request, Func<AwsSite, AwsSite> change) =>
        request with { Aws = request.Aws.Select(site => KeyValuePair.Create(site.Key, change(site.Value))).ToValueMap() };

    public static VpnRequest WithAzure(this VpnRequest request, Func<AzureSite, AzureSite> change) =>
        request with { Azure = request.Azure.Select(site => KeyValuePair.Create(site.Key, change(site.Value))).ToValueMap() };

    public static FlowEnd End(string text) =>
        FlowEnd.TryParse(text, out var end, out var reason) ? end : throw new FormatException(reason);
}
