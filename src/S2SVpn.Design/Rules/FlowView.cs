using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>A flow of access as the rules look at it.</summary>
internal sealed record FlowView(AccessFlow Flow, RequestPath Path, ValueList<FlowEndView> From, ValueList<FlowEndView> To)
{
    public static IEnumerable<FlowView> Of(RuleContext context) => context.Request.Access.Select((flow, index) =>
    {
        var path = RequestPath.Root["access"][index];
        return new FlowView(flow, path, Ends(context, flow.From, path["from"]), Ends(context, flow.To, path["to"]));
    });

    private static ValueList<FlowEndView> Ends(RuleContext context, ValueList<FlowEnd> ends, RequestPath path) =>
        ends.Select((end, index) => FlowEndView.Of(context, end, path[index])).ToValueList();
}

/// <summary>One end of a flow.</summary>
/// <param name="End">As it is given.</param>
/// <param name="Path">Where.</param>
/// <param name="Sites">The sites that it means; of a network, all that have a part of it.</param>
/// <param name="Networks">The subnet's networks, empty where they are not written; null where there is no such subnet.</param>
internal sealed record FlowEndView(FlowEnd End, RequestPath Path, ValueList<SiteView> Sites, ValueList<Cidr>? Networks)
{
    public static FlowEndView Of(RuleContext context, FlowEnd end, RequestPath path)
    {
        if (end.Cidr is { } cidr)
        {
            var having = context.Sites.Where(site => site.Networks.Any(network => network.Cidr.Overlaps(cidr)));
            return new FlowEndView(end, path, [.. having], null);
        }

        var site = context.Sites.FirstOrDefault(site => site.Name == end.Site);
        return new FlowEndView(end, path, site is null ? [] : [site], end.Subnet is { } name ? site?.NetworksOf(name) : null);
    }
}
