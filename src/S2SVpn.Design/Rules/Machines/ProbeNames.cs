using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Machines;

public sealed class ProbeNames : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X125",
        Level = FindingLevel.Error,
        Title = "Every probe has a name of its own",
        Why = "Machines, addresses and outputs are named after it.",
        Sources = [Source.TerraformNames],
        Fix = "Give each probe of a cloud another name.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from probes in new (ValueList<Probe> Probes, string Cloud)[]
        {
            (context.Request.Probes.Aws, "aws"),
            (context.Request.Probes.Azure, "azure"),
        }
        let path = RequestPath.Root["probes"][probes.Cloud]
        from same in probes.Probes.Select((probe, index) => new Given<string>(probe.Name, path[index]["name"])).GroupBy(name => name.Value)
        where same.Count() > 1
        let paths = same.Select(name => name.Path).ToValueList()
        select new Fault(
            $"{Phrase.Some([.. paths.Select(context.Say)])} are {(paths.Count == 2 ? "both" : "all")} {same.Key}",
            [.. paths.Skip(1), paths[0]]);
}
