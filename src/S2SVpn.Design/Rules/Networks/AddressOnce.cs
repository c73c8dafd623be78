namespace S2SVpn.Design.Rules.Networks;

public sealed class AddressOnce : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X108",
        Level = FindingLevel.Error,
        Title = "Every fixed address belongs to one machine",
        Why = "Both clouds refuse the second machine.",
        Sources = [Source.VpcSubnets, Source.AzureVnetFaq],
        Fix = "Give each machine an address of its own, or leave them out and they are chosen.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context) =>
        from machines in MachineView.Of(context)
            .Where(machine => machine is { Address.Value: not null, Site: not null })
            .GroupBy(machine => (machine.Site, machine.Address.Value))
        where machines.Count() > 1
        let paths = machines.Select(machine => machine.Address.Path).ToValueList()
        select new Fault(
            $"{Phrase.Some([.. paths.Select(context.Say)])} are {(paths.Count == 2 ? "both" : "all")} {machines.Key.Value}",
            [.. paths.Skip(1), paths[0]]);
}
