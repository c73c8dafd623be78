using System.Globalization;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>Which filter keeps a flow out, or lets it through.</summary>
internal static class AccessExplainer
{
    public static LabExplanation Explain(MachinePair pair, Protocol protocol, int? port, int? flow)
    {
        var sends = Verdict(pair.From.Filter, pair.From.Filter?.Outbound, pair.Target, pair.From.Address, protocol, port);
        var takes = Verdict(pair.To.Filter, pair.To.Filter?.Inbound, pair.Source, pair.To.Address, protocol, port);
        var cause = flow is null
            ? "Both filters let through what no entry of 'access' lists."
            : (sends.Allowed, takes.Allowed) switch
            {
                (false, _) => $"{Name(pair.From)} does not let it out: {sends.Why}.",
                (_, false) => $"{Name(pair.To)} does not let it in: {takes.Why}.",
                _ => "Both filters let it through, but nothing comes back: see the checks of the machines.",
            };
        var (aws, azure) = pair.From.Cloud == Cloud.Aws ? (sends, takes) : (takes, sends);
        return new LabExplanation
        {
            Cause = cause,
            Aws = aws.Why,
            Azure = azure.Why,
            RequestPath = flow is null ? "access" : string.Create(CultureInfo.InvariantCulture, $"access[{flow - 1}]"),
        };
    }

    private static (bool Allowed, string Why) Verdict(MachineFilter? filter, IReadOnlyList<FilterLine>? lines, Ipv4 peer, Ipv4 own, Protocol protocol, int? port)
    {
        if (filter is null || lines is null)
        {
            return (true, "no filter");
        }

        var hit = lines.FirstOrDefault(line =>
            (line.Peers.Count == 0 || line.Peers.Any(network => network.Contains(peer)))
            && (line.Own.Count == 0 || line.Own.Any(network => network.Contains(own)))
            && (line.Protocol is null || line.Protocol.Equals(protocol.ToString(), StringComparison.OrdinalIgnoreCase))
            && (line.Ports.Count == 0 || line.Ports.Any(range => Holds(range, port))));
        return hit is null
            ? (false, $"no rule of {filter.Address} lists {peer}")
            : (hit.Allows, $"{(hit.Allows ? "allowed" : "refused")} by '{hit.Name}' of {filter.Address}");
    }

    private static bool Holds(string range, int? port)
    {
        var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return port >= ends[0] && port <= ends[^1];
    }

    private static string Name(MachineNode machine) => machine.Cloud == Cloud.Aws ? "The security group in AWS" : "The network security group in Azure";
}
