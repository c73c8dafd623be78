using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class PublicAddressNeedsGateway : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X128",
        Level = FindingLevel.Error,
        Title = "A public address in AWS needs an internet gateway",
        Why = "AWS rejects a public address in a VPC without an internet gateway.",
        Sources = [Source.AwsInternetGateways],
        Fix = "Write internetGateway: true for the site's network, or leave publicAddress out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from machine in MachineView.Of(context)
        where machine is { Probe.PublicAddress: true, Site: AwsView { HasInternetAccess: false } }
        let path = machine.Path["publicAddress"]
        let network = machine.Site!.Network
        select new Violation(
            $"{context.FormatPath(path)} needs an internet gateway, but {context.FormatPath(network)} has none",
            path, network["internetGateway"]);
}
