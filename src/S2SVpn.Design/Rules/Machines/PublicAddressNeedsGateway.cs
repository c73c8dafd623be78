using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Machines;

public sealed class PublicAddressNeedsGateway : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X128",
        Level = FindingLevel.Error,
        Title = "A machine in AWS has a public address only where there is an internet gateway",
        Why = "AWS refuses a public address in a VPC that has no internet gateway.",
        Sources = [Source.AwsInternetGateways],
        Fix = "Write internetGateway: true for the site's network, or leave publicAddress out.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        var probes = RequestPath.Root.At("probes.aws");
        return from probe in context.Request.Probes.Aws.Select((probe, index) => new Given<Probe>(probe, probes[index]))
               where probe.Value.PublicAddress == true
               let site = context.AwsSites.FirstOrDefault(site => site.Name == (probe.Value.Site ?? context.AwsSites[0].Name))
               where site is { NetworkExists: false, IsManaged: true, Site.Network.InternetGateway: false }
               let path = probe.Path["publicAddress"]
               select new Fault(
                   $"{context.Say(path)} needs an internet gateway, and {context.Say(site.Network)} has none",
                   path, site.Network["internetGateway"]);
    }
}
