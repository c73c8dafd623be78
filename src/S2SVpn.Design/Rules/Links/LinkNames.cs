using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class LinkNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X113",
        Level = FindingLevel.Error,
        Title = "Every link has a unique name",
        Why = "Names of gateways, connections and keys contain it. Two links of one name would be one resource "
            + "in Terraform.",
        Sources = [Source.TerraformNames],
        Fix = "Give each link a name.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from same in Repeat.Of(context.Links.Select(link => new Located<string>(link.Name, link.Path)))
        select same.Violation(context, $"named {same.Value}");
}
