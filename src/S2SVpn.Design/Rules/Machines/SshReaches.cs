using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class SshReaches : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X129",
        Level = FindingLevel.Warning,
        Title = "The addresses in sshFrom can reach the probes",
        Why = "Probes in a VPC without an internet gateway have no public address, so they can't be reached "
            + "from outside.",
        Sources = [Source.AwsInternetGateways],
        Fix = "Write internetGateway: true for the site's network, or accept this if you connect over the VPN.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var path = RequestPath.Root.At("probes.sshFrom");
        return from site in MachineView.Of(context)
                   .Where(machine => machine is { Probe.PublicAddress: null, Site: AwsView { HasInternetAccess: false } })
                   .Select(machine => machine.Site!)
                   .Distinct()
               where context.Request.Probes.SshFrom.Count > 0
               select new Violation(
                   $"{context.FormatPath(path)} has no effect on the probes of {context.FormatPath(site.Path)}, which has no internet "
                   + "gateway",
                   path, site.Network["internetGateway"]);
    }
}
