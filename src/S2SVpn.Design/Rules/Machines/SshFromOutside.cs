using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SshFromOutside : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X175",
        Level = FindingLevel.Warning,
        Title = "SSH comes from addresses that can connect, and to public addresses from public ones",
        Why = "Connections never come from multicast, loopback and reserved addresses, and over the internet never from private ones. The machines get public addresses that no one can use, while "
            + "connections over the VPN use the private ones.",
        Sources =
        [
            new("www.rfc-editor.org/rfc/rfc1918", "RFC 1918: private addresses"),
            new("www.iana.org/assignments/iana-ipv4-special-registry", "IANA: special-purpose addresses"),
        ],
        Fix = "Write the public address that you connect from, or publicAddress: false for the probes and connect over the VPN.",
    };

    private static readonly ValueList<Cidr> Private =
        [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10")];

    // The source of no packet on a network.
    private static readonly ValueList<Cidr> Nowhere =
        [Cidr.Parse("0.0.0.0/8"), Cidr.Parse("127.0.0.0/8"), Cidr.Parse("169.254.0.0/16"), Cidr.Parse("224.0.0.0/3")];

    /// <summary>Whether no connection over the internet comes from there.</summary>
    public static bool IsInside(Cidr source) => Private.Concat(Nowhere).Any(range => range.Contains(source));

    internal override IEnumerable<Violation> Check(RuleContext context) => FromNowhere(context).Concat(FromInside(context));

    private static IEnumerable<Violation> FromNowhere(RuleContext context) =>
        from list in SshFromFew.Lists(context)
        from source in list.Value.Select((cidr, index) => new Located<Cidr>(cidr, list.Path[index]))
        where Nowhere.Any(range => range.Contains(source.Value))
        select new Violation($"{context.FormatPath(source.Path)} {source.Value} is not a range that connections come from", source.Path);

    private static IEnumerable<Violation> FromInside(RuleContext context)
    {
        var from = context.Request.Probes.SshFrom;
        var path = RequestPath.Root.At("probes.sshFrom");
        var probe = MachineView.Of(context).FirstOrDefault(machine =>
            machine is { Probe: { } probe, Site: not null } && (probe.PublicAddress ?? machine.Site is not AwsView { HasInternetAccess: false }));
        return probe is not null && from.Count > 0 && from.All(source => Private.Any(range => range.Contains(source)))
            ? [new Violation($"{context.FormatPath(path)} has only private addresses, but {context.FormatPath(probe.Path)} gets a public one", path, probe.Path)]
            : [];
    }
}
