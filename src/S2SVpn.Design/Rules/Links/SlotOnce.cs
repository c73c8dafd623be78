using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Links;

public sealed class SlotOnce : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X116",
        Level = FindingLevel.Error,
        Title = "Links of one gateway have different slots",
        Why = "Two tunnels of the gateway would have the same addresses inside.",
        Sources = [Source.AzureTutorial, Source.AwsTunnels],
        Fix = "Give one of them a slot from 0 to 31 that no other link of the same gateways has.",
    };

    internal override IEnumerable<Fault> Check(RuleContext context)
    {
        // Links that share both gateways meet at either.
        var said = new HashSet<ValueList<RequestPath>>();
        return from site in context.Sites
               from links in site.Joints.Where(joint => joint.Link.Slot is not null && joint.Link.Link.Inside.Count == 0)
                   .GroupBy(joint => joint.Link.Slot)
               where links.Count() > 1
               let paths = links.Select(joint => joint.Link.At("slot")).ToValueList()
               where said.Add(paths)
               select new Fault(
                   $"{Phrase.Some([.. paths.Select(context.Say)])} are {(paths.Count == 2 ? "both" : "all")} {links.Key} on the "
                   + $"gateway of {context.Say(site.Path)}",
                   [.. paths.Skip(1), paths[0]]);
    }
}
