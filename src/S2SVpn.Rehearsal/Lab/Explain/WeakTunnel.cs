using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a tunnel that is up has less of than was designed.</summary>
/// <param name="Seen">What is seen of it.</param>
/// <param name="Explanation">Where, and what comes of it.</param>
internal sealed record WeakTunnel(string Seen, LabExplanation Explanation)
{
    // Of few signs, each of which stands there so often: not even a short key made at random.
    private const int MostOfOne = 4;
    private const int FewSigns = 6;

    private static readonly Func<CheckContext, TunnelPair, WeakTunnel?>[] All = [SameKey, ShortKey, PlainKey, FewerZones, Replays, DeadPeer.IsIgnored, DeadPeer.IsNoticedLate, SharedZone];

    /// <summary>The first; null for nothing.</summary>
    public static WeakTunnel? Of(CheckContext context, TunnelPair tunnelPair) => WeakMachine.All.Concat(All).Select(each => each(context, tunnelPair)).FirstOrDefault(each => each is not null);

    // Each tunnel has one end in AWS and one key there, where a connection of Azure may try from two instances.
    private static WeakTunnel? SameKey(CheckContext context, TunnelPair tunnelPair)
    {
        if (tunnelPair.Aws is not { HasCertificate: false } aws || tunnelPair.Tunnel.IsWireguard)
        {
            return null;
        }

        var meant = context.TunnelPairs.Where(each => each.Tunnel.Key == tunnelPair.Tunnel.Key).Select(each => each.Aws).OfType<LabTunnelEnd>().Append(aws).ToList();
        if (context.Lab.Layout.Ends.Where(end => end.Cloud == Cloud.Aws && end.Key == aws.Key && !meant.Contains(end)).MaxBy(end => end.Address == aws.Address) is not { } other)
        {
            return null;
        }

        var name = context.TunnelPairs.FirstOrDefault(each => each.Aws == other)?.Tunnel.Name ?? string.Create(CultureInfo.InvariantCulture, $"{other.Number} of '{other.Connection}'");
        // github.com/hashicorp/terraform-provider-aws, internal/service/ec2/vpnsite_connection.go: CustomerGatewayConfigurationToTunnelInfo.
        var cause = other.Address == aws.Address
            ? $"Tunnel {name} of the same AWS connection has the same pre-shared key. The AWS provider tells the two tunnels apart by their keys, so that it may take one for the other."
            : $"Tunnel {name} has the same pre-shared key, so that whoever learns it has the keys of both.";
        return new("with another tunnel's key", new LabExplanation
        {
            Cause = cause,
            Resources = [.. tunnelPair.Ends.Append(other).Select(end => end.Address).Concat(Made(aws)).Distinct()],
            RequestPath = $"{tunnelPair.Tunnel.RequestPath}.keys",
        });
    }

    private static WeakTunnel? PlainKey(CheckContext context, TunnelPair tunnelPair) => tunnelPair is { Tunnel: { KeyLength: not null, IsWireguard: false }, Aws: { HasCertificate: false } aws } && aws.Key.Distinct().Count() * MostOfOne < aws.Key.Length && aws.Key.Distinct().Count() < FewSigns
        ? new("an easily guessed key", new LabExplanation
        {
            Cause = string.Create(CultureInfo.InvariantCulture, $"The pre-shared key has only {aws.Key.Distinct().Count()} different characters: it was not made at random, or of too few (special, override_special)."),
            Resources = [aws.Address, .. Made(aws)],
            RequestPath = $"{tunnelPair.Tunnel.RequestPath}.keys",
        })
        : null;

    private static WeakTunnel? ShortKey(CheckContext context, TunnelPair tunnelPair) => tunnelPair is { Tunnel: { KeyLength: { } designed, IsWireguard: false }, Aws: { HasCertificate: false } aws } && aws.Key.Length < designed
        ? new(string.Create(CultureInfo.InvariantCulture, $"a key of {aws.Key.Length} characters"), new LabExplanation
        {
            Cause = string.Create(CultureInfo.InvariantCulture, $"The pre-shared key has {aws.Key.Length} characters in place of {designed}: whoever records the start of a tunnel can try short keys without asking either end."),
            Resources = [.. Made(aws), aws.Address],
            RequestPath = $"{tunnelPair.Tunnel.RequestPath}.keys.length",
        })
        : null;

    // An address in one zone is gone with it (learn.microsoft.com/azure/vpn-gateway/about-zone-redundant-vnet-gateways).
    private static WeakTunnel? FewerZones(CheckContext context, TunnelPair tunnelPair) => tunnelPair.Azure is { } azure && tunnelPair.Tunnel.Zones.Except(azure.Zones).Any()
        ? new($"a public address in {Zones(azure.Zones)}", new LabExplanation
        {
            Cause = $"The public address of Azure's gateway is in {Zones(azure.Zones)} in place of {Zones(tunnelPair.Tunnel.Zones)}: when the datacenters of that zone fail, the tunnel is lost.",
            Azure = $"zones of {azure.OutsideAddress}: {Zones(azure.Zones)}",
            Resources = [azure.OutsideAddress],
            RequestPath = $"{tunnelPair.Tunnel.AzurePath}.gateway.zones",
        })
        : null;

    private static WeakTunnel? Replays(CheckContext context, TunnelPair tunnelPair) => tunnelPair.Azure is { ReplayProtection: false } azure && context.Lab.Layout.Gateway(azure.Gateway) is var gateway
        ? new("without replay protection", new LabExplanation
        {
            Cause = "Azure's gateway also takes packets that it has had before (ip_sec_replay_protection_enabled is false): whoever records what the tunnel carries can send it again.",
            Azure = "ip_sec_replay_protection_enabled is false",
            Resources = [gateway.Address, azure.Address],
            RequestPath = tunnelPair.Tunnel.AzurePath,
        })
        : null;

    // Two machines of a gateway are there for the loss of a zone. Where AWS chooses their zones, nothing was designed.
    private static WeakTunnel? SharedZone(CheckContext context, TunnelPair tunnelPair) => (
        from end in tunnelPair.Ends
        let designed = Designed(tunnelPair, end.Cloud)
        where end.Appliance is not null && designed is not null
        let machine = end.Appliance!.Machine
        from pair in context.TunnelPairs
        from other in pair.Ends
        where other.Appliance is not null && other.Cloud == end.Cloud && other.Gateway == end.Gateway && other.Appliance.Machine.Name != machine.Name
            && Designed(pair, end.Cloud) is { } twin && twin != designed && machine.Zone == other.Appliance.Machine.Zone && (machine.Zone is not null || end.Cloud == Cloud.Azure)
        select new WeakTunnel($"on a machine in {Zones(machine.Zone is { } zone ? [zone] : [])}", new LabExplanation
        {
            Cause = $"Both machines of the pair, {machine.Name} and {other.Appliance!.Machine.Name}, are in {Zones(machine.Zone is { } same ? [same] : [])}, where zones {designed} and {Designed(pair, end.Cloud)} were designed: when that zone fails, both are lost.",
            Resources =
            [
                machine.Instance.Address, machine.Interface.Address, other.Appliance.Machine.Instance.Address,
                .. new[] { machine, other.Appliance.Machine }.Select(each => each.State.Find("aws_subnet", each.Interface.Text("subnet_id"))?.Address).OfType<string>(),
            ],
            RequestPath = end.Cloud == Cloud.Aws ? tunnelPair.Tunnel.AwsPath : tunnelPair.Tunnel.AzurePath,
        })).FirstOrDefault();

    private static string? Designed(TunnelPair tunnelPair, Cloud cloud) => cloud == Cloud.Aws ? tunnelPair.Tunnel.AwsZone : tunnelPair.Tunnel.AzureZone;

    private static string Zones(IReadOnlyList<string> zones) => zones switch
    {
        [] => "no zone",
        [var only] => $"zone {only}",
        _ => $"zones {string.Join(", ", zones)}",
    };

    private static string[] Made(LabTunnelEnd end) => end.KeyAddress is { } address ? [address] : [];
}
