using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>
/// The one table of typical times, and of what interrupts which tunnels. What an update changes follows one upon the other, in the
/// order of these lines: so does the AWS provider (internal/service/ec2/vpnsite_connection.go).
/// </summary>
internal static class ImpactTable
{
    private const string Replaced = "docs.aws.amazon.com/vpn/latest/s2svpn/endpoint-replacements.html: unavailable while new endpoints are provisioned";
    private const string Measured = "github.com/hashicorp/terraform/pull/13204: 3 to 7 minutes for a connection that is made and deleted";
    private const string Policy = "learn.microsoft.com/azure/vpn-gateway/ipsec-ike-policy-howto: the connection is set up again; the minute is an estimate";
    private const string Peer = "learn.microsoft.com/azure/vpn-gateway/vpn-gateway-modify-local-network-gateway: the tunnel follows it; the minute is an estimate";
    private const string Created = "learn.microsoft.com/azure/vpn-gateway/tutorial-site-to-site-portal: 45 minutes or more; 30 to 45 are usual";
    private const string Standby = "learn.microsoft.com/azure/vpn-gateway/about-active-active-gateways: the change causes downtime; the minutes are an estimate";
    private const string Resized = "learn.microsoft.com/azure/vpn-gateway/about-gateway-skus: less downtime than a new gateway, one instance after the other; the minutes are an estimate";
    private const string Bandwidth = "docs.aws.amazon.com/vpn/latest/s2svpn/modify-vpn-connection-options.html: unavailable for a brief period; github.com/aws/agent-toolkit-for-aws: both tunnels are set up again";
    private const string Attached = "github.com/hashicorp/terraform/pull/8636: 67 seconds for a gateway that is made, attached, detached and deleted";
    private const string Transit = "github.com/hashicorp/terraform-provider-aws/pull/26076: 311 seconds for a gateway and an attachment that are made and deleted; the share of each is an estimate";
    private const string Restarted = "docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html: the machine is stopped and started; the minutes are an estimate";
    private const string Resize = "learn.microsoft.com/azure/virtual-machines/sizes/resize-vm: the machine is stopped and started; the minutes are an estimate";
    private const string Fetched = "the machine looks for a new key every five minutes (s2s-keys.timer): until both ends have it, the tunnel is down";
    private const string Estimate = "an estimate: not documented, seconds to minutes in practice";
    private const string NotDocumented = "not documented: taken as an interruption; the minutes are an estimate";

    // What is only written down.
    private const string Labels = "^(tags|tags_all|timeouts)$";

    /// <summary>For whatever has no line of its own.</summary>
    private const double UsualMinutes = 0.5;

    // No cloud is asked for these: Terraform has them done at once.
    private static readonly string[] Local = ["random_password", "tls_private_key", "terraform_data"];

    internal static IReadOnlyList<Impact> All { get; } =
    [
        new("aws_vpn_connection", OperationKind.Create, null, 4, DownTunnels.None, Measured),
        new("aws_vpn_connection", OperationKind.Delete, null, 1.5, DownTunnels.None, Measured),
        new("aws_vpn_connection", OperationKind.Update, "^(customer_gateway|vpn_gateway|transit_gateway)_id$", 6, DownTunnels.All, Replaced) { BothEnds = true },
        new("aws_vpn_connection", OperationKind.Update, "^tunnel_bandwidth$", 4, DownTunnels.All, Bandwidth),
        new("aws_vpn_connection", OperationKind.Update, "^(local|remote)_ipv[46]_network_cidr$|^preshared_key_storage$", 4, DownTunnels.All, Replaced),
        new("aws_vpn_connection", OperationKind.Update, "^tunnel(?<tunnel>[12])_(phase|ike_|preshared_key)", 4, DownTunnels.One, Replaced) { BothEnds = true },
        new("aws_vpn_connection", OperationKind.Update, "^tunnel(?<tunnel>[12])_(?!phase|ike_|preshared_key)", 4, DownTunnels.One, Replaced),
        new("aws_vpn_connection", OperationKind.Update, Labels, 0.5, DownTunnels.None, Estimate),
        new("aws_vpn_connection", OperationKind.Update, null, 4, DownTunnels.All, NotDocumented),
        new("aws_vpn_gateway", OperationKind.Create, null, 0.5, DownTunnels.None, "github.com/turbot/steampipe-plugin-aws/pull/486: 27 seconds"),
        new("aws_vpn_gateway", OperationKind.Delete, null, 0.5, DownTunnels.None, Attached),
        new("aws_vpn_gateway", OperationKind.Update, "^vpc_id$", 1, DownTunnels.All, Estimate),
        new("aws_vpn_gateway_attachment", OperationKind.Create, null, 0.5, DownTunnels.None, Attached),
        new("aws_ec2_transit_gateway", OperationKind.Create, null, 2, DownTunnels.None, Transit),
        new("aws_ec2_transit_gateway", OperationKind.Update, null, 2, DownTunnels.None, Estimate),
        new("aws_ec2_transit_gateway", OperationKind.Delete, null, 1, DownTunnels.None, Transit),
        new("aws_ec2_transit_gateway_vpc_attachment", OperationKind.Create, null, 1, DownTunnels.None, Transit),
        new("aws_ec2_transit_gateway_vpc_attachment", OperationKind.Delete, null, 1, DownTunnels.None, Transit),
        new("azurerm_virtual_network_gateway", OperationKind.Create, null, 40, DownTunnels.None, Created),
        new("azurerm_virtual_network_gateway", OperationKind.Delete, null, 10, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway", OperationKind.Update, "^(active_active|ip_configuration)$", 30, DownTunnels.All, Standby),
        new("azurerm_virtual_network_gateway", OperationKind.Update, "^(sku|generation)$", 20, DownTunnels.InTurn, Resized) { DownMinutes = 3 },
        new("azurerm_virtual_network_gateway", OperationKind.Update, "^(enable_bgp|bgp_enabled|ip_sec_replay_protection_enabled)$", 10, DownTunnels.InTurn, Estimate) { DownMinutes = 3 },
        // A further address inside a tunnel comes to the others.
        new("azurerm_virtual_network_gateway", OperationKind.Update, "^bgp_settings$", 5, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway", OperationKind.Update, Labels, 5, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway", OperationKind.Update, null, 10, DownTunnels.All, NotDocumented),
        new("azurerm_virtual_network_gateway_connection", OperationKind.Create, null, 1, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway_connection", OperationKind.Delete, null, 1, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway_connection", OperationKind.Update, "^(shared_key|ipsec_policy|connection_protocol|custom_bgp_addresses|enable_bgp|bgp_enabled)$", 1, DownTunnels.All, Policy) { BothEnds = true },
        new("azurerm_virtual_network_gateway_connection", OperationKind.Update, "^(local_network_gateway_id|connection_mode|dpd_timeout_seconds|traffic_selector_policy|use_policy_based_traffic_selectors|(in|e)gress_nat_rule_ids)$", 1, DownTunnels.All, Policy),
        new("azurerm_virtual_network_gateway_connection", OperationKind.Update, Labels, 1, DownTunnels.None, Estimate),
        new("azurerm_virtual_network_gateway_connection", OperationKind.Update, null, 1, DownTunnels.All, NotDocumented),
        new("azurerm_local_network_gateway", OperationKind.Update, "^(gateway_address|gateway_fqdn|bgp_settings)$", 0.5, DownTunnels.All, Peer) { BothEnds = true },
        new("azurerm_local_network_gateway", OperationKind.Update, null, 0.5, DownTunnels.None, Estimate),
        new("aws_instance", OperationKind.Update, "^instance_type$", 2, DownTunnels.All, Restarted),
        new("aws_instance", OperationKind.Update, null, 0.5, DownTunnels.None, Estimate),
        new("azurerm_linux_virtual_machine", OperationKind.Update, "^size$", 3, DownTunnels.All, Resize),
        new("azurerm_linux_virtual_machine", OperationKind.Update, null, 0.5, DownTunnels.None, Estimate),
        new("azurerm_key_vault_secret", OperationKind.Update, "^value$", 5, DownTunnels.All, Fetched),
        new("azurerm_linux_virtual_machine", OperationKind.Create, null, 2, DownTunnels.None, Estimate),
        new("azurerm_linux_virtual_machine", OperationKind.Delete, null, 2, DownTunnels.None, Estimate),
        new("azurerm_resource_group", OperationKind.Delete, null, 1, DownTunnels.None, Estimate),
    ];

    private static readonly ILookup<(string, OperationKind), Impact> ByOperation = All.ToLookup(impact => (impact.Type, impact.Operation));

    /// <summary>Whether the minutes of an operation, or what it interrupts, are documented nowhere.</summary>
    public static bool IsEstimate(PlannedOperation operation) => !Local.Contains(operation.Change.Type)
        && (PhasesOf(operation) is not { Count: > 0 } phases || phases.Any(phase => phase.Impact.IsEstimate));

    public static double MinutesOf(PlannedOperation operation) =>
        PhasesOf(operation) is { Count: > 0 } phases ? phases.Sum(phase => phase.Impact.Minutes)
            : Local.Contains(operation.Change.Type) ? 0
            : UsualMinutes;

    /// <summary>What happens one after the other within an operation; the number is that of the one tunnel that it concerns.</summary>
    public static IReadOnlyList<(Impact Impact, int? Tunnel)> PhasesOf(PlannedOperation operation)
    {
        var lines = ByOperation[(operation.Change.Type, operation.Kind)];
        if (operation.Kind != OperationKind.Update)
        {
            return [.. lines.Select(line => (line, (int?)null))];
        }

        var named = lines.Where(line => line.Attributes is not null).ToList();
        var phases = named
            .SelectMany(line => operation.Change.Attributes.Select(name => Regex.Match(name, line.Attributes!)).Where(match => match.Success)
                .Select(match => (line, Tunnel: match.Groups["tunnel"] is { Success: true } group ? group.Value[0] - '0' : (int?)null)).Distinct())
            .ToList();
        // Both lines of a tunnel's options are one call of the cloud.
        phases = [.. phases.Where((phase, index) => phase.Tunnel is null || phases.FindIndex(other => other.Tunnel == phase.Tunnel) == index)
            .OrderBy(phase => phase.Tunnel ?? 0)];
        var others = operation.Change.Attributes.Any(name => !named.Exists(line => Regex.IsMatch(name, line.Attributes!)))
            ? lines.Where(line => line.Attributes is null)
            : [];
        phases.AddRange(others.Select(line => (line, (int?)null)));
        // Phases without an interruption run along with the others.
        return phases.Exists(phase => phase.line.Down != DownTunnels.None) ? [.. phases.Where(phase => phase.line.Down != DownTunnels.None)] : phases;
    }
}
