using System.Text.Json.Nodes;
using S2SVpn.App.Verifying;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.App.Tests.Verifying;

/// <summary>
/// 'aws' and 'az' as they would answer of what Terraform has recorded: each tunnel is up if its two ends, as the state has them, fit.
/// Nothing of it comes from the plan but which security group a machine would have.
/// </summary>
internal sealed class SimulatedClis : ICloudShell
{
    private readonly TerraformState _state;
    private readonly LabLayout _layout;

    private readonly IReadOnlyList<Cidr> _behind;

    /// <param name="states">What Terraform recorded.</param>
    /// <param name="design">What exists besides.</param>
    /// <param name="behind">What others have attached to the AWS gateway.</param>
    public SimulatedClis(IReadOnlyList<string> states, LabDesign design, IReadOnlyList<Cidr>? behind = null)
    {
        _behind = behind ?? [];
        _state = TerraformState.Read(states).With(design.Existing);
        _layout = LabLayout.From(_state, design.SecurityGroups);
        Outputs = [.. states.Select(state => JsonNode.Parse(state)!["outputs"]!.ToJsonString())];
    }

    /// <summary>What 'terraform output -json' prints of each stack.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Every call, and what was answered.</summary>
    public List<(string Program, IReadOnlyList<string> Arguments, JsonNode? Answer)> Calls { get; } = [];

    public Task<CloudAnswer> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var answer = Answer([.. arguments]);
        Calls.Add((program, arguments, answer?.DeepClone()));
        return Task.FromResult(new CloudAnswer(answer, null));
    }

    private JsonNode? Answer(string[] arguments) => arguments switch
    {
        ["ec2", "describe-vpn-connections", "--vpn-connection-ids", .. var rest] => Array(Ids(rest).Select(Connection)),
        ["ec2", "describe-route-tables", "--route-table-ids", .. var rest] => Array(Ids(rest).Select(Table)),
        ["ec2", "describe-transit-gateways", _, var id, ..] => JsonValue.Create($"tgw-rtb-of-{id}"),
        ["ec2", "search-transit-gateway-routes", _, var table, ..] => Array(Learned(_layout.Gateway(TransitGateway(table))).Select(network => new JsonObject { ["To"] = $"{network}", ["Kind"] = "vpn" })),
        ["ec2", "describe-instance-status", "--instance-ids", .. var rest] => Array(Ids(rest).Select(id => new JsonObject { ["Id"] = id, ["State"] = Appliance(id) is null ? "stopped" : "running", ["Host"] = "ok", ["Machine"] = "ok" })),
        ["ec2", "describe-network-interfaces", _, var filter, ..] => Array(filter.Split("Values=")[1].Split(',').Select(Card)),
        ["cloudwatch", "describe-alarms", "--alarm-names", .. var rest] => Array(Ids(rest).Select(Alarm).OfType<JsonNode>()),
        ["vm", "get-instance-view", _, var id, ..] => new JsonObject { ["statuses"] = new JsonArray("ProvisioningState/succeeded", "PowerState/running"), ["cards"] = new JsonArray(Appliance(id)!.Interface.Id) },
        ["network", "nic", "show", _, var id, ..] => new JsonObject { ["forwarding"] = !_layout.Gateways.SelectMany(gateway => gateway.Appliance).First(machine => machine.Interface.Id == id).IsChecked },
        ["network", "vpn-connection", "show", _, var id, ..] => Status(id),
        ["network", "vnet-gateway", "list-bgp-peer-status", _, var id, ..] => List(_layout.EndsOf(_layout.Gateway(id)).Where(end => end.Bgp is not null).Select(Peer)),
        ["network", "vnet-gateway", "list-learned-routes", _, var id, ..] => List(_layout.EndsOf(_layout.Gateway(id)).Where(IsBgpUp).SelectMany(Brought).Select(network => new JsonObject { ["network"] = $"{network}", ["origin"] = "EBgp" })),
        ["network", "vnet-gateway", "list-advertised-routes", _, var id, ..] => List(_layout.Gateway(id).Announced.Select(network => new JsonObject { ["network"] = $"{network}" })),
        ["network", "vnet", "subnet", "show", _, var id, ..] => Machine(id) is null ? new JsonArray() : new JsonArray($"{id}/networkInterfaces/card/ipConfigurations/first"),
        ["network", "nic", "show-effective-route-table", _, var id, ..] => List(Effective(Machine(id.Replace("/networkInterfaces/card", "", StringComparison.Ordinal))!)),
        _ => throw new InvalidOperationException($"No cloud is asked this: {string.Join(' ', arguments)}"),
    };

    private static IEnumerable<string> Ids(IEnumerable<string> arguments) => arguments.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal));

    private static JsonArray Array(IEnumerable<JsonNode> rows) => new([.. rows]);

    private static JsonObject List(IEnumerable<JsonNode> rows) => new() { ["value"] = Array(rows) };

    private ApplianceMachineNode? Appliance(string id) => _layout.Gateways.SelectMany(gateway => gateway.Appliance).FirstOrDefault(machine => machine.Instance.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private JsonObject Card(string id) => new() { ["Machine"] = id, ["Checked"] = Appliance(id)?.IsChecked, ["Public"] = Appliance(id)?.PublicAddress?.Text("public_ip") };

    // Its machine tells of a tunnel what BGP, or IPsec without it, says there.
    private JsonObject? Alarm(string name)
    {
        if (_state.OfType("aws_cloudwatch_metric_alarm").FirstOrDefault(alarm => alarm.Text("alarm_name") == name) is not { } alarm)
        {
            return null;
        }

        var end = _layout.Ends.First(end => end.Appliance?.Machine.Name == alarm.Entry("dimensions", "Machine") && end.Device == alarm.Entry("dimensions", "Tunnel"));
        return new JsonObject { ["Name"] = name, ["State"] = end.Bgp is null ? IsUp(end) ? "OK" : "ALARM" : IsBgpUp(end) ? "OK" : "ALARM" };
    }

    private JsonObject Connection(string id)
    {
        var address = _state.Find("aws_vpn_connection", id)!.Address;
        return new JsonObject
        {
            ["Id"] = id,
            ["State"] = "available",
            ["Tunnels"] = Array(_layout.Ends.Where(end => end.Address == address).Select(end => new JsonObject
            {
                ["Ip"] = $"{end.Outside}",
                ["Status"] = IsUp(end) && (end.Bgp is null || IsBgpUp(end)) ? "UP" : "DOWN",
                ["Message"] = !IsUp(end) ? "IPSEC IS DOWN" : end.Bgp is null ? "" : IsBgpUp(end) ? "1 BGP ROUTES" : "IPSEC IS UP",
                ["Routes"] = Brought(end).Count(),
            })),
        };
    }

    private JsonObject Table(string id)
    {
        var learned = _state.OfType("aws_vpn_gateway_route_propagation").Where(each => each.Text("route_table_id") == id)
            .SelectMany(each => Learned(_layout.Gateway(each.Text("vpn_gateway_id")!)), (each, network) => Route($"{network}", "Gateway", each.Text("vpn_gateway_id")));
        var written = _state.OfType("aws_route").Where(each => each.Text("route_table_id") == id).Select(route => route.Text("transit_gateway_id") is { Length: > 0 } transit
            ? Route(route.Text("destination_cidr_block"), "Transit", transit)
            : route.Text("network_interface_id") is { Length: > 0 } card
                ? Route(route.Text("destination_cidr_block"), Machine(card, out var instance), instance)
                : Route(route.Text("destination_cidr_block"), "Gateway", route.Text("gateway_id")));
        return new JsonObject { ["Id"] = id, ["Routes"] = Array(learned.Concat(written)) };
    }

    private string Machine(string card, out string id)
    {
        var instance = _layout.Gateways.SelectMany(gateway => gateway.Appliance).FirstOrDefault(machine => machine.Interface.Id == card)?.Instance.Id;
        id = instance ?? card;
        return instance is null ? "Interface" : "Instance";
    }

    private static JsonObject Route(string? to, string kind, string? target) => new() { ["To"] = to, ["State"] = "active", [kind] = target };

    private static string TransitGateway(string table) => table["tgw-rtb-of-".Length..];

    private JsonObject Status(string id)
    {
        var address = _state.Find("azurerm_virtual_network_gateway_connection", id)!.Address;
        return new JsonObject { ["id"] = id, ["status"] = _layout.Ends.Any(end => end.Address == address && IsUp(end)) ? "Connected" : "NotConnected", ["state"] = "Succeeded" };
    }

    private JsonObject Peer(LabTunnelEnd end) => new() { ["neighbor"] = $"{end.Bgp!.Peer}", ["asn"] = end.Bgp.PeerAsn, ["state"] = IsBgpUp(end) ? "Connected" : "Connecting" };

    private MachineNode? Machine(string subnet) => _layout.Machines.FirstOrDefault(machine =>
        machine.Cloud == Cloud.Azure && subnet.Equals($"{machine.Network}/subnets/{machine.Subnet}", StringComparison.OrdinalIgnoreCase));

    private IEnumerable<JsonNode> Effective(MachineNode machine) =>
        Learned(_layout.Gateway(machine.Gateway)).Where(network => machine.Routes is null || machine.Routes.Any(route => route.Contains(network))).Select(network => Hop($"{network}", _layout.Gateway(machine.Gateway).Appliance.Count > 0 ? "VirtualAppliance" : "VirtualNetworkGateway"))
            .Concat(machine.Elsewhere.Select(route => Hop($"{route.Network}", route.Wins ? "VNetPeering" : route.Target)))
            .Concat(_layout.Gateway(machine.Gateway).Networks.Select(network => Hop($"{network}", "VnetLocal")))
            .Append(Hop("0.0.0.0/0", "Internet"));

    private static JsonObject Hop(string prefix, string kind) => new() { ["addressPrefix"] = new JsonArray(prefix), ["nextHopType"] = kind, ["state"] = "Active" };

    // As the gateway's own network sees it.
    private IEnumerable<Cidr> Learned(GatewayNode gateway) => _layout.EndsOf(gateway).SelectMany(Brought)
        .Select(network => gateway.Translations.FirstOrDefault(rule => !rule.Outgoing && rule.From == network)?.To ?? network).Distinct();

    // What a tunnel brings to the gateway of this end.
    private IEnumerable<Cidr> Brought(LabTunnelEnd end) =>
        end.Bgp is null ? IsUp(end) ? end.StaticRoutes : [] : IsBgpUp(end) ? [.. _layout.Gateway(_layout.Partner(end)!.Gateway).Announced, .. end.Cloud == Cloud.Azure ? _behind : []] : [];

    private bool IsUp(LabTunnelEnd end) => (end.Appliance, _layout.Partner(end)?.Appliance) is (WireguardEnd own, WireguardEnd other)
        ? own.PeerKey == CurveKeys.PublicOf(_layout.Partner(end)!.Key) && other.PeerKey == CurveKeys.PublicOf(end.Key)
        : IsIpsecUp(end);

    private bool IsIpsecUp(LabTunnelEnd end) => _layout.Partner(end) is { } partner
        && end.Key == partner.Key && !end.HasCertificate && !partner.HasCertificate
        && (end.Starts || partner.Starts)
        && end.Offer.Versions.Intersect(partner.Offer.Versions).Any()
        && Offers.IkeDifference(end, partner) is null && Offers.EspDifference(end, partner) is null;

    private bool IsBgpUp(LabTunnelEnd end) => IsUp(end) && _layout.Partner(end) is { Bgp: { } other } partner && end.Bgp is { } own
        && own.Address == other.Peer && own.Peer == other.Address && own.Asn == other.PeerAsn && own.PeerAsn == other.Asn
        && Carries(end, own) && Carries(partner, other);

    private static bool Carries(LabTunnelEnd end, BgpEnd bgp) => end.LocalSelectors.Any(network => network.Contains(bgp.Address)) && end.RemoteSelectors.Any(network => network.Contains(bgp.Peer));
}
