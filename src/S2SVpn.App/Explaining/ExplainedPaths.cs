using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.App.Explaining;

/// <summary>How a packet of a link travels, each way.</summary>
internal static class ExplainedPaths
{
    public static IEnumerable<string> Of(ConnectivityPlan plan) =>
        plan.Links.SelectMany(link => Of(plan, link)).Concat(plan.Flows.Count > 0 ? ["At both ends only what access lists gets through the filters, whichever way it comes."] : []);

    private static IEnumerable<string> Of(ConnectivityPlan plan, LinkPlan link)
    {
        var (aws, azure) = (plan.AwsSite(link.AwsSite), plan.AzureSite(link.AzureSite));
        var name = plan.Links.Count > 1 ? $"{link.Name}, " : "";
        yield return $"{name}AWS to Azure: a packet to {string.Join(", ", link.Networks.AzureSeenFromAws)} {Leave(aws, link)} {Tunnel(aws, link)} "
            + $"Azure's gateway decrypts it and hands it to the VNet{Spokes(azure)}{Translated(link.Networks.Azure, link.Networks.AzureSeenFromAws)}.";
        yield return $"{name}Azure to AWS: a packet to {string.Join(", ", link.Networks.AwsSeenFromAzure)} {Leave(azure, link)} {Tunnel(azure)} "
            + $"AWS decrypts it and hands it to the VPC{Translated(link.Networks.Aws, link.Networks.AwsSeenFromAzure)}.";
    }

    private static string Leave(AwsSitePlan site, LinkPlan link) => site.Gateway.Kind switch
    {
        AwsGatewayKind.Transit => "leaves by the VPC's route to the transit gateway, whose route table has the way "
            + (link.Routing == Routing.Bgp ? "that it learned by BGP." : "as a static route."),
        AwsGatewayKind.VirtualPrivate => "leaves by the route that the virtual private gateway propagates into the VPC's route tables"
            + (link.Routing == Routing.Bgp ? ", learned by BGP." : ", from the static routes of the VPN connections."),
        _ => "leaves by the VPC's route to the machine of the gateway.",
    };

    private static string Leave(AzureSitePlan site, LinkPlan link) => site.Gateway.Kind == AzureGatewayKind.Managed
        ? $"leaves by the route that the VPN gateway adds to every subnet of the VNet, {(link.Routing == Routing.Bgp ? "learned by BGP." : "from its local network gateways.")}"
        : "leaves by the route table's way to the machine of the gateway.";

    private static string Tunnel(AwsSitePlan site, LinkPlan link)
    {
        var used = link.Tunnels.Count(tunnel => tunnel.IsUsed);
        return site.Gateway switch
        {
            { Kind: AwsGatewayKind.Transit, Transit.Ecmp: true } when link.Routing == Routing.Bgp && used > 1 =>
                $"It spreads flows over {used} tunnels; the packets of one flow stay in one.",
            { Kind: AwsGatewayKind.Transit } => "It takes one VPN connection at a time, and one tunnel of it.",
            { Kind: AwsGatewayKind.VirtualPrivate } => "The gateway sends through one tunnel at a time; the others stand by.",
            _ => "The machine sends through a tunnel that is up.",
        };
    }

    private static string Tunnel(AzureSitePlan site) => site.Gateway switch
    {
        { Kind: AzureGatewayKind.Managed, ActiveActive: true } => "Both instances of the gateway send, so a flow can take another tunnel in each direction; both clouds accept that.",
        { Kind: AzureGatewayKind.Managed } => "The gateway's one active instance sends.",
        _ => "The machine sends through a tunnel that is up.",
    };

    private static string Spokes(AzureSitePlan site) => site.Network.Spokes.Count > 0 ? " or, over a peering, to a spoke" : "";

    private static string Translated(IEnumerable<Design.Network.Cidr> own, IEnumerable<Design.Network.Cidr> seen)
    {
        var (real, shown) = (own.ToList(), seen.ToList());
        return real.SequenceEqual(shown) ? "" : $", as {string.Join(", ", real)}: Azure's gateway translates {string.Join(", ", shown)}";
    }
}
