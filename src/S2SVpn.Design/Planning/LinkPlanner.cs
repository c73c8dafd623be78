using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans what both ends of each link share.</summary>
internal sealed class LinkPlanner(PlanContext context)
{
    // Of the Azure gateways of one instance, those whose only BGP address is given away.
    private readonly HashSet<string> _servedSingles = new(StringComparer.Ordinal);

    public List<PlannedLink> Plan() => context.Request.Links.Select(Plan).ToList();

    private PlannedLink Plan(Link link)
    {
        var ends = context.Request.EndsOf(link) ?? throw PlanContext.Refused($"the link '{context.Request.NameOf(link)}' joins no two sites");
        var (aws, azure) = (context.Request.Aws[ends.Aws], context.Request.Azure[ends.Azure]);
        var name = context.Request.NameOf(link);
        var crypto = link.Crypto.Resolve();
        var connections = Connections(link, name, aws, azure, ends.Azure);
        var keyNames = connections.SelectMany(connection => connection.Tunnels).Select(tunnel => tunnel.Key).Distinct();
        return new PlannedLink
        {
            Request = link,
            Aws = aws,
            Azure = azure,
            AwsCrypto = aws.Gateway.Kind == AwsGatewayKind.Appliance ? null : AwsTunnelCrypto.From(crypto),
            AzurePolicy = azure.Gateway.Kind == AzureGatewayKind.Appliance ? null : AzureIpsecPolicy.From(crypto),
            Plan = new LinkPlan
            {
                Name = name,
                AwsSite = ends.Aws,
                AzureSite = ends.Azure,
                Slot = link.Inside.Count > 0 ? null : SlotOf(link, name),
                Routing = link.Routing,
                Crypto = crypto,
                Networks = Networks(link, ends),
                Connections = connections,
                Keys = keyNames.Select((key, index) => LinkLayout.IsWireguard(aws.Gateway, azure.Gateway)
                    ? KeyPlanner.Wireguard(key)
                    : KeyPlanner.Slot(context, link.Keys, name, key, index)).ToValueList(),
            },
        };
    }

    private ValueList<ConnectionPlan> Connections(Link link, string name, AwsSite aws, AzureSite azure, string azureName)
    {
        // A managed gateway of one instance holds one address for AWS in all
        // (learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp).
        var managed = azure.Gateway.Kind == AzureGatewayKind.Managed;
        var single = managed && !azure.Gateway.ActiveActive && link.Routing == Routing.Bgp;
        var first = single && _servedSingles.Add(azureName);

        var tunnels = aws.Gateway.Kind switch
        {
            AwsGatewayKind.VirtualPrivate or AwsGatewayKind.Transit or AwsGatewayKind.Appliance => LinkLayout.TunnelsPerEndpoint(aws.Gateway),
            _ => throw PlanContext.Refused($"no link ends on {Words.Of(aws.Gateway.Kind)}"),
        };

        var shared = LinkLayout.SharesKeys(aws.Gateway, azure.Gateway);
        return Enumerable.Range(1, LinkLayout.Endpoints(azure.Gateway)).Select(number => new ConnectionPlan
        {
            Number = number,
            AzureInstance = number - 1,
            Tunnels = Enumerable.Range(1, tunnels).Select(tunnel =>
            {
                var inside = InsideOf(link, name, number, tunnel, tunnels);
                return new TunnelPlan
                {
                    Link = name,
                    Connection = number,
                    Number = tunnel,
                    AzureInstance = number - 1,
                    Inside = inside,
                    AwsAddress = (shared ? InsideOf(link, name, 1, tunnel, tunnels) : inside).AwsAddress,
                    AzureAddress = inside.AzureAddress,
                    Key = KeyPlanner.Name(name, shared ? 1 : number, tunnel),
                    Initiator = InitiatorOf(link.Tunnels.For(number, tunnel), name),
                    IsUsed = !single || (first && tunnel == 1),
                };
            }).ToValueList(),
        }).ToValueList();
    }

    private InsideCidr InsideOf(Link link, string name, int connection, int tunnel, int tunnels) => link.Inside.Count > 0
        ? new InsideCidr(link.Inside[((connection - 1) * tunnels) + tunnel - 1])
        : InsideCidr.Of(SlotOf(link, name), connection - 1, tunnel);

    private int SlotOf(Link link, string name) => LinkLayout.SlotOf(context.Request, link)
        ?? throw PlanContext.Refused($"the link '{name}' has no slot, and is not the only one");

    private LinkNetworksPlan Networks(Link link, LinkEnds ends)
    {
        var aws = link.Prefixes.Aws is { Count: > 0 } narrowedAws ? narrowedAws : context.AwsLayouts[ends.Aws].Prefixes;
        var azure = link.Prefixes.Azure is { Count: > 0 } narrowedAzure ? narrowedAzure : context.AzureLayouts[ends.Azure].Prefixes;
        return new LinkNetworksPlan
        {
            Aws = aws,
            AwsSeenFromAzure = NatTranslation.Seen(aws, link.Nat, NatDirection.Ingress),
            Azure = azure,
            AzureSeenFromAws = NatTranslation.Seen(azure, link.Nat, NatDirection.Egress),
        };
    }

    private static Initiator InitiatorOf(TunnelOptions options, string link) =>
        (options.Startup, options.AzureMode) switch
        {
            (Startup.Start, ConnectionMode.ResponderOnly) => Initiator.Aws,
            (Startup.Start, _) => Initiator.Both,
            (_, ConnectionMode.ResponderOnly) => throw PlanContext.Refused($"neither end of the link '{link}' starts a tunnel"),
            _ => Initiator.Azure,
        };
}
