using S2SVpn.Design.Request;

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

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        var asked = context.Request.Probes;
        var path = RequestPath.Root.At("probes.sshFrom");
        var hidden = asked.Aws.Where(probe => probe.PublicAddress is null)
            .Select(probe => probe.Site ?? context.AwsSites[0].Name)
            .ToHashSet(StringComparer.Ordinal);
        return from site in context.AwsSites
               where asked.SshFrom.Count > 0 && hidden.Contains(site.Name)
                   && site is { NetworkExists: false, IsManaged: true, Site.Network.InternetGateway: false }
               select new Fault(
                   $"{context.Say(path)} lets nobody reach the probes of {context.Say(site.Path)}, which has no internet "
                   + "gateway",
                   path, site.Network["internetGateway"]);
    }
}
