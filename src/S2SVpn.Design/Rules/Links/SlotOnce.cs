using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Links;

internal sealed class SlotOnce : Rule
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

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        // Links that share both gateways meet at either.
        var said = new HashSet<ValueList<RequestPath>>();
        return from site in context.Sites
               from same in Repeat.Of(site.ResolvedLinks
                   .Where(resolved => resolved.Link.Slot is not null && resolved.Link.Link.Inside.Count == 0)
                   .Select(resolved => new Located<int?>(resolved.Link.Slot, resolved.Link.At("slot"))))
               where said.Add(same.Paths)
               select same.Violation(context, $"{same.Value} on the gateway of {context.FormatPath(site.Path)}");
    }
}
