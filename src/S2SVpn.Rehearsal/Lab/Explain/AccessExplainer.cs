using System.Globalization;
using System.Numerics;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Which filter blocks a flow, or allows it.</summary>
internal static class AccessExplainer
{
    // learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules
    private const long LastPriority = 4096;

    public static LabExplanation Explain(Attempt attempt, bool leaves, bool enters, Func<MachinePair, RouteExplainer.Reason?> way)
    {
        var pair = attempt.Pair;
        var sends = Verdict(pair.From, inbound: false, pair.Target, attempt);
        var takes = Verdict(pair.To, inbound: true, pair.Source, attempt);
        if (IsLost(attempt, leaves, enters) && way(pair) is { } reason)
        {
            return new LabExplanation { Cause = reason.Why, Resources = reason.Resources, RequestPath = PathOf(attempt) };
        }

        var (cause, deciding) = attempt.Flow is null
            ? (leaves, enters) switch
            {
                (true, true) => ($"No entry of 'access' lists it, but both filters allow it: {sends}; {takes}.", new[] { sends, takes }),
                (true, false) => ($"No entry of 'access' lists it, but {Name(pair.From)} allows it out: {sends}. Only the other cloud's filter blocks it.", [sends]),
                _ => ($"No entry of 'access' lists it, but {Name(pair.To)} allows it in: {takes}. Only the other cloud's filter blocks it.", [takes]),
            }
            : (leaves, enters) switch
            {
                (false, _) when !sends.Allowed => ($"{Capital(Name(pair.From))} blocks it on the way out: {sends}.", [sends]),
                (_, false) when !takes.Allowed => ($"{Capital(Name(pair.To))} blocks it on the way in: {takes}.", [takes]),
                _ => ("Both filters allow it, but no reply arrives: see the machine checks.", new[] { sends, takes }),
            };
        var (aws, azure) = pair.From.Cloud == Cloud.Aws ? (sends, takes) : (takes, sends);
        return new LabExplanation
        {
            Cause = cause,
            Aws = aws.Why,
            Azure = azure.Why,
            Resources = [.. deciding.SelectMany(verdict => verdict.Resources).Distinct()],
            RequestPath = PathOf(attempt),
        };
    }

    /// <summary>Whether something else than a filter keeps it from an answer.</summary>
    public static bool IsLost(Attempt attempt, bool leaves, bool enters) => attempt.Flow is not null && !leaves && !enters
        && Verdict(attempt.Pair.From, inbound: false, attempt.Pair.Target, attempt).Allowed && Verdict(attempt.Pair.To, inbound: true, attempt.Pair.Source, attempt).Allowed;

    /// <summary>What one filter makes of it, whatever the other does.</summary>
    public static LabExplanation ExplainOne(Attempt attempt, bool inbound)
    {
        var pair = attempt.Pair;
        var (machine, verdict) = inbound ? (pair.To, Verdict(pair.To, inbound: true, pair.Source, attempt)) : (pair.From, Verdict(pair.From, inbound: false, pair.Target, attempt));
        var way = inbound ? "in" : "out";
        return new LabExplanation
        {
            Cause = attempt.Flow is null
                ? $"No entry of 'access' lists it, but {Name(machine)} allows it {way}: {verdict}."
                : $"{Capital(Name(machine))} blocks it on the way {way}: {verdict}.",
            Aws = machine.Cloud == Cloud.Aws ? verdict.Why : null,
            Azure = machine.Cloud == Cloud.Azure ? verdict.Why : null,
            Resources = verdict.Resources,
            RequestPath = PathOf(attempt),
        };
    }

    /// <summary>Which rule blocks what crosses no tunnel.</summary>
    public static LabExplanation Shut(MachineFilter filter, FilterLine line, string what) => new()
    {
        Cause = $"'{line.Name}' of {filter.Address} denies {what} and no rule before it allows them, whatever the VPN does.",
        Resources = [.. new[] { line.Address, filter.Address }.OfType<string>(), .. filter.Associations],
        RequestPath = "access",
    };

    /// <summary>A rule that lets pings through, of all that ICMP has.</summary>
    public static LabExplanation EchoOnly(MachineFilter filter, FilterLine line, int flow) => new()
    {
        // docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html#path_mtu_discovery
        Cause = $"'{line.Name}' of {filter.Address} allows echo requests alone (type 8), and not the ICMP that tells a sender that its packets are too long (type 3).",
        Resources = [.. new[] { line.Address, filter.Address }.OfType<string>().Distinct()],
        RequestPath = string.Create(CultureInfo.InvariantCulture, $"access[{flow - 1}]"),
    };

    private static string PathOf(Attempt attempt) => attempt.Flow is null ? "access" : string.Create(CultureInfo.InvariantCulture, $"access[{attempt.Flow - 1}]");

    // Where one of two filters refuses, it decides.
    private static FilterVerdict Verdict(MachineNode machine, bool inbound, Ipv4 peer, Attempt attempt)
    {
        if (machine.Filter is not { } first)
        {
            return new(true, machine.Cloud == Cloud.Aws
                ? "no filter protects it (aws_security_group)"
                : "no filter protects it (azurerm_network_security_group, azurerm_subnet_network_security_group_association)", machine.UnfilteredResources);
        }

        var verdicts = first.Each().Select(filter => Verdict(filter, inbound, machine.Address, peer, attempt)).ToList();
        return verdicts.Find(verdict => !verdict.Allowed) ?? verdicts[0];
    }

    private static FilterVerdict Verdict(MachineFilter filter, bool inbound, Ipv4 own, Ipv4 peer, Attempt attempt)
    {
        var (lines, bySourcePort) = inbound ? (filter.Inbound, filter.InboundBySourcePort) : (filter.Outbound, filter.OutboundBySourcePort);
        bool IsAbout(FilterLine line) => line.IsAbout(peer, own);
        bool Is(FilterLine line) => line.IsAbout(attempt.Protocol, attempt.Port);
        var hit = lines.FirstOrDefault(line => IsAbout(line) && Is(line));
        if (hit is { Allows: true })
        {
            return new(true, $"'{hit.Name}' of {filter.Address} allows it", hit.Address is { } address ? [address] : [filter.Address, .. Refusing(filter)]);
        }

        if (bySourcePort.FirstOrDefault(line => line.Allows && IsAbout(line) && Is(line)) is { } narrow)
        {
            return new(false, $"'{narrow.Name}' of {filter.Address} allows it only from source port {string.Join(", ", narrow.SourcePorts)}, and clients come from any port above 1023", [narrow.Address ?? filter.Address, .. filter.Associations]);
        }

        // Below the last priority that a rule may have are only Azure's own: what denies there was to deny whatever else comes.
        if (hit is not null && hit.Priority is null or < LastPriority && lines.SkipWhile(line => line != hit).FirstOrDefault(line => line.Allows && IsAbout(line) && Is(line)) is { } later)
        {
            return new(false, $"in {filter.Address}, '{hit.Name}'{Priority(hit)} denies it before '{later.Name}'{Priority(later)} would allow it", [.. new[] { hit.Address, filter.Address }.OfType<string>(), .. filter.Associations]);
        }

        // What stands below the rule that denies never counts.
        lines = [.. lines.TakeWhile(line => line != hit)];
        var service = string.Create(CultureInfo.InvariantCulture, $"{attempt.Protocol.ToString().ToLowerInvariant()} {attempt.Port}").TrimEnd();
        var refused = hit is null ? "" : $", so '{hit.Name}' denies it";
        // Of the service first, then of the address: the rule that was meant has one of them right.
        var ofService = lines.Where(line => line.Allows && line.Protocol is not null && line.Peers.Count > 0 && Is(line)).MaxBy(line => Nearness(line.Peers, peer) + Nearness(line.Own, own));
        var ofAddress = lines.Where(line => line.Allows && line.Peers.Count > 0 && IsAbout(line)).MaxBy(line => (line.Ports.Count > 0 && line.HasPort(attempt.Port), line.Protocol is not null && line.IsAbout(attempt.Protocol)));
        string[] named = [.. new[] { hit?.Address, ofService?.Address, ofAddress?.Address }.OfType<string>().Concat(filter.Strays).Distinct()];
        return (ofService, ofAddress) switch
        {
            ({ } near, _) => new(false, $"no rule of {filter.Address} allows {service} for {peer}{Also(ofAddress)} ('{near.Name}' allows that service, but for {Networks(near)}){refused}", named),
            (_, { } near) => new(false, $"no rule of {filter.Address} allows {service} for {peer} ('{near.Name}' lists the address, but not that service){refused}", named),
            _ => new(false, $"no rule of {filter.Address} lists {peer} and {own}{refused}", [filter.Address, .. named]),
        };
    }

    private static string Priority(FilterLine line) => line.Priority is { } priority ? string.Create(CultureInfo.InvariantCulture, $" (priority {priority})") : "";

    private static string Also(FilterLine? near) => near is null ? "" : $" ('{near.Name}' lists the address, but not that service)";

    private static string Networks(FilterLine line) => string.Join(", ", line.Peers) + (line.Own.Count == 0 ? "" : $" and {string.Join(", ", line.Own)}");

    // How many of the first bits of an address are those of the nearest network.
    private static int Nearness(IReadOnlyList<Cidr> networks, Ipv4 address) =>
        networks.Select(network => Math.Min(network.PrefixLength, BitOperations.LeadingZeroCount((uint)(network.First.Value ^ address.Value)))).DefaultIfEmpty(32).Max();

    // What a cloud lets through by itself, one of these was to refuse.
    private static IEnumerable<string> Refusing(MachineFilter filter) => filter.Inbound.Concat(filter.Outbound).Where(line => !line.Allows).Select(line => line.Address).OfType<string>();

    private static string Name(MachineNode machine) => machine.Cloud == Cloud.Aws ? "the security group in AWS" : "the network security group in Azure";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record FilterVerdict(bool Allowed, string Why, IReadOnlyList<string> Resources)
    {
        public override string ToString() => Why;
    }
}
