using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SshFromOutside : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X175",
        Level = FindingLevel.Warning,
        Title = "SSH to public addresses comes from public addresses",
        Why = "Connections over the internet never come from private addresses. The machines get public addresses that no one can use, while "
            + "connections over the VPN use the private ones.",
        Sources = [new("www.rfc-editor.org/rfc/rfc1918", "RFC 1918: private addresses")],
        Fix = "Write the public address that you connect from, or publicAddress: false for the probes and connect over the VPN.",
    };

    private static readonly ValueList<Cidr> Private =
        [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10"), Cidr.Parse("169.254.0.0/16")];

    internal override IEnumerable<Violation> Check(RuleContext context)
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
