using S2SVpn.Design.Findings;

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
               from same in Repeat.Of(site.Joints
                   .Where(joint => joint.Link.Slot is not null && joint.Link.Link.Inside.Count == 0)
                   .Select(joint => new Given<int?>(joint.Link.Slot, joint.Link.At("slot"))))
               where said.Add(same.Paths)
               select same.Fault(context, $"{same.Value} on the gateway of {context.Say(site.Path)}");
    }
}
