namespace S2SVpn.Design.Rules.Links;

public sealed class LinkNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X113",
        Level = FindingLevel.Error,
        Title = "Every link has a name of its own",
        Why = "Names of gateways, connections and keys are made of it. Two links of one name would be one thing "
            + "in Terraform.",
        Sources = [Source.TerraformNames],
        Fix = "Give each link a name.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from links in context.Links.GroupBy(link => link.Name)
        where links.Count() > 1
        let paths = links.Select(link => link.Link.Name is null ? link.Path : link.At("name")).ToValueList()
        select new Fault(
            $"{Phrase.Some([.. links.Select(link => context.Say(link.Path))])} are {(paths.Count == 2 ? "both" : "all")} named {links.Key}",
            [.. paths.Skip(1), paths[0]]);
}
