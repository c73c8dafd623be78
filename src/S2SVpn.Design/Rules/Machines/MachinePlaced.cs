using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Machines;

internal sealed class MachinePlaced : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X124",
        Level = FindingLevel.Error,
        Title = "A machine is in a known site and subnet",
        Why = "Otherwise the machine can't be created.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Write a site and one of its subnets, or leave them out for the only site and its first subnet.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        Sites(context).Concat(Subnets(context));

    private static IEnumerable<Violation> Sites(RuleContext context) =>
        from probes in new (ValueList<Probe> Probes, string Cloud, string Name, IEnumerable<string> Sites)[]
        {
            (context.Request.Probes.Aws, "aws", "AWS", context.Request.Aws.Keys),
            (context.Request.Probes.Azure, "azure", "Azure", context.Request.Azure.Keys),
        }
        let at = RequestPath.Root["probes"][probes.Cloud]
        from probe in probes.Probes.Select((probe, index) => new Located<Probe>(probe, at[index]))
        where probe.Value.Site is { } name ? !probes.Sites.Contains(name) : probes.Sites.Count() > 1
        let path = probe.Path["site"]
        select new Violation(
            probe.Value.Site is null
                ? $"{context.FormatPath(path)} is missing"
                : $"{context.FormatPath(path)} {probe.Value.Site} is not a site in {probes.Name}",
            path)
        {
            Fix = Meant(probe.Value.Site, probes.Sites),
        };

    private static IEnumerable<Violation> Subnets(RuleContext context) =>
        from machine in MachineView.Of(context).DistinctBy(machine => machine.SubnetName.Path)
        where machine.Subnet is null
        let site = machine.Site
        where site is not null
        let path = machine.SubnetName.Path
        select new Violation(
            machine.SubnetName.Value is { } name
                ? $"{context.FormatPath(path)} {name} is not a subnet of {context.FormatPath(site.Path)}"
                : $"{context.FormatPath(site.Path)} has no subnet for {context.FormatPath(machine.Path)}",
            path, site.Network["subnets"])
        {
            Fix = Meant(machine.SubnetName.Value, site.Subnets.Select(subnet => subnet.Name)),
        };

    private static string? Meant(string? given, IEnumerable<string> known) => !known.Any()
        ? "List a subnet of the existing network in its subnets."
        : (given is not null && Nearest.To(given, known) is { } near ? $"Did you mean {near}? " : "")
            + $"There {(known.Count() == 1 ? "is" : "are")} {Phrase.And(known.Take(10))}.";
}
