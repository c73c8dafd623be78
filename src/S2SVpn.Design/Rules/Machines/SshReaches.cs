using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

public sealed class SshReaches : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X129",
        Level = FindingLevel.Warning,
        Title = "Who may come by SSH can come",
        Why = "Probes in a VPC without an internet gateway have no public address, so that nobody outside "
            + "reaches them.",
        Sources = [Source.AwsInternetGateways],
        Fix = "Write internetGateway: true for the site's network, or accept this where you come over the VPN.",
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
                   $"{context.FormatPath(path)} lets nobody reach the probes of {context.FormatPath(site.Path)}, which has no internet "
                   + "gateway",
                   path, site.Network["internetGateway"]);
    }
}
