using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class RekeyMargin : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS012",
        Level = FindingLevel.Error,
        Title = "The rekey margin is at least a minute and at most half of the phase 2 lifetime",
        Why = "AWS rejects other margins when it creates the connection. The default of 9m is too long for "
            + "lifetimes below 18m.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Write tunnels.rekey.margin from 1m to half of crypto.esp.lifetime.",
    };

    private const int Least = 60;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        let lifetime = link.Crypto.Esp.LifetimeSeconds
        from margin in link.Options("rekey.margin", all => all.Rekey.Margin, own => own.Rekey?.Margin)
        where margin.Value.Seconds < Least || margin.Value.Seconds > lifetime / 2
        select new Violation(
            $"{context.FormatPath(margin.Path)} {margin.Value.Written} is not between {new Duration(Least)} and {new Duration(lifetime / 2)}, "
            + $"half of the phase 2 lifetime {new Duration(lifetime)}",
            margin.Path, link.At("crypto.esp.lifetime"));
}
