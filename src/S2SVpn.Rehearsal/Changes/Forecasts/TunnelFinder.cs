using System.Text.Json;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>
/// Finds the tunnels in plans: one for each connection of an Azure gateway, with all that it hangs on in both clouds; and where
/// AWS faces something else, or Azure is not in these plans, two for each connection of AWS.
/// </summary>
internal sealed partial class TunnelFinder(IReadOnlyList<PlannedStack> plans)
{
    private const string AzureConnection = "azurerm_virtual_network_gateway_connection";
    private const string AwsConnection = "aws_vpn_connection";

    // Whose end breaks a tunnel that refers to it.
    private static readonly string[] Parts =
    [
        AzureConnection, "azurerm_local_network_gateway", "azurerm_virtual_network_gateway", "azurerm_virtual_network_gateway_nat_rule", "azurerm_public_ip",
        AwsConnection, "aws_customer_gateway", "aws_vpn_gateway", "aws_ec2_transit_gateway",
        "aws_eip", "aws_network_interface",
    ];

    // Without which a gateway reaches no network; they refer to the gateway, or to the connection. A machine refers to its network interface.
    private static readonly string[] Ways =
    [
        "aws_vpn_gateway_attachment", "aws_vpn_gateway_route_propagation", "aws_vpn_connection_route",
        "aws_ec2_transit_gateway_vpc_attachment", "aws_ec2_transit_gateway_route", "aws_instance",
    ];

    /// <summary>The tunnels as they are: the values of the state tell what belongs together.</summary>
    public IReadOnlyList<Tunnel> Before()
    {
        var resources = plans.SelectMany(plan => plan.Existing).ToList();
        var byId = resources.Where(resource => Text(resource.Values, "id") is not null)
            .ToLookup(resource => Text(resource.Values, "id")!, StringComparer.OrdinalIgnoreCase);
        var byOutside = resources.Where(resource => resource.Type == AwsConnection)
            .SelectMany(resource => Enumerable.Range(1, 2).Select(number => (Address: Text(resource.Values, $"tunnel{number}_address"), Resource: resource, Number: number)))
            .Where(each => each.Address is not null)
            .Concat(resources.Where(resource => resource.Type == "aws_eip").Select(resource => (Address: Text(resource.Values, "public_ip"), Resource: resource, Number: 0)).Where(each => each.Address is not null))
            .ToLookup(each => each.Address!, each => (each.Resource, each.Number));
        var uses = resources.GroupBy(Key).ToDictionary(own => own.Key, own => own.SelectMany(resource => Texts(resource.Values))
            .SelectMany(text => byId[text].Concat(byOutside[text].Select(end => end.Resource)))
            .Where(other => Key(other) != own.Key).DistinctBy(Key).ToList());
        Tunnel Of(ExistingResource connection, Tunnel tunnel)
        {
            var members = Closure(connection, resource => uses[Key(resource)].Where(other => Parts.Contains(other.Type)));
            var ways = resources.Where(resource => Ways.Contains(resource.Type) && uses[Key(resource)].Exists(members.Contains)).ToList();
            var outside = members.Where(member => member.Type == "azurerm_local_network_gateway").Select(member => Text(member.Values, "gateway_address")).FirstOrDefault();
            return tunnel with
            {
                Number = outside is not null && byOutside[outside].Select(end => end.Number).FirstOrDefault() is var number and > 0 ? number : tunnel.Number,
                Members = members.Concat(ways).Select(Key).ToHashSet(),
                Users = members.Concat(ways).SelectMany(member => uses[Key(member)].Select(used => (Used: Key(used), User: Key(member)))).ToLookup(pair => pair.Used, pair => pair.User),
            };
        }

        var tunnels = resources.Where(resource => resource.Type == AzureConnection).Select(connection => Of(connection, Named(connection.Address, Text(connection.Values, "name")))).ToList();
        return new MachineTunnels(resources.Select(Key)).With([.. tunnels, .. Alone(tunnels, resources
            .Where(resource => resource.Type == AwsConnection)
            .SelectMany(connection => Both(connection.Address, ChangedAttributes.NameIn(connection.Values)).Select(tunnel => Of(connection, tunnel))))]);
    }

    /// <summary>The tunnels as they will be: the references of the configuration tell what belongs together.</summary>
    public IReadOnlyList<Tunnel> After()
    {
        var tunnels = Of(AzureConnection, change => [Named(change.Address, change.Name)]).ToList();
        var configured = plans.SelectMany((plan, index) => plan.Configured.Select(resource => new ResourceKey(index, resource.Address)));
        return new MachineTunnels(configured).With([.. tunnels, .. Alone(tunnels, Of(AwsConnection, change => Both(change.Address, change.Name)))]);

        IEnumerable<Tunnel> Of(string type, Func<PlannedChange, IEnumerable<Tunnel>> named) => plans.SelectMany((plan, index) => plan.Changes
            .Where(change => change.Type == type && change.Action != PlannedAction.Delete)
            .SelectMany(change =>
            {
                var members = Closure(PlannedStack.WithoutIndex(change.Address), address => (plan.Find(address)?.References ?? []).Where(other => Parts.Contains(other.Split('.')[0])));
                var ways = plan.Configured.Where(resource => Ways.Contains(resource.Type) && resource.References.Any(members.Contains)).Select(resource => resource.Address);
                return named(change).Select(tunnel => tunnel with { Members = members.Concat(ways).Select(address => new ResourceKey(index, address)).ToHashSet() });
            }));
    }

    // Those that no connection of Azure belongs to, neither before nor after.
    private IEnumerable<Tunnel> Alone(List<Tunnel> azure, IEnumerable<Tunnel> aws)
    {
        var links = plans.SelectMany(plan => plan.Changes).Where(change => change.Type == AzureConnection).Select(change => Named(change.Address, change.Name).Link).ToHashSet();
        return aws.Where(tunnel => !links.Contains(tunnel.Link) && !azure.Exists(other => other.Members.Overlaps(tunnel.Members)));
    }

    // A connection of AWS has two.
    private static IEnumerable<Tunnel> Both(string address, string? name) => Enumerable.Range(1, 2).Select(number =>
    {
        var match = AwsConstructId().Match(address);
        return (match.Success
            ? new Tunnel(match.Groups["link"] is { Success: true } link ? link.Value : "link", $"{match.Groups["connection"]}.{number}")
            : new Tunnel("", $"{name ?? address} {number}")) with
        { Number = number };
    });

    private static Tunnel Named(string address, string? name)
    {
        var match = ConstructId().Match(address);
        return match.Success
            ? new Tunnel(match.Groups["link"] is { Success: true } link ? link.Value : "link", $"{match.Groups["connection"]}.{match.Groups["number"]}")
            {
                Number = match.Groups["number"].Value[0] - '0',
                Instance = match.Groups["connection"].Value[0] - '1',
            }
            : new Tunnel("", name ?? address);
    }

    private static HashSet<T> Closure<T>(T first, Func<T, IEnumerable<T>> next) => [first, .. Reachable.From(first, next)];

    private static ResourceKey Key(ExistingResource resource) => new(resource.Stack, PlannedStack.WithoutIndex(resource.Address));

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(entry => Texts(entry.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    // The ids of the constructs are a contract: azure_link_connection-1-2_AF8ECC76, azure-west_link-first_connection-1-2_….
    [GeneratedRegex(@"_link(-(?<link>.+))?_connection-(?<connection>[12])-(?<number>[12])(_|$)")]
    private static partial Regex ConstructId();

    [GeneratedRegex(@"_link(-(?<link>.+))?_connection-(?<connection>[12])(_|$)")]
    private static partial Regex AwsConstructId();
}
