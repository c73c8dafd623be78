using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class ProbeNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X125",
        Level = FindingLevel.Error,
        Title = "Every probe has a unique name",
        Why = "Machines, addresses and outputs use the name.",
        Sources = [Source.TerraformNames],
        Fix = "Give each probe of a cloud a different name.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from probes in new Located<ValueList<Probe>>[]
        {
            new(context.Request.Probes.Aws, RequestPath.Root.At("probes.aws")),
            new(context.Request.Probes.Azure, RequestPath.Root.At("probes.azure")),
        }
        from same in Repeat.Of(probes.Value.Select((probe, index) => new Located<string>(probe.Name, probes.Path[index]["name"])))
        select same.Violation(context, same.Value);
}
