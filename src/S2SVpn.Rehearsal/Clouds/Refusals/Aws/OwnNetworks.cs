using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>The ranges of the VPC that a route's table is in; none where the store does not know it.</summary>
internal static class OwnNetworks
{
    public static List<Cidr> Of(RefusalContext context)
    {
        var vpc = context.Find("aws_route_table", context.Values.Text("route_table_id"))?.Text("vpc_id");
        var further = context.Store.OfType("aws_vpc_ipv4_cidr_block_association").Where(range => range.Values.Text("vpc_id") == vpc).SelectMany(range => Networks.Of(range.Values, "cidr_block"));
        return [.. Networks.Of(context.Find("aws_vpc", vpc), "cidr_block"), .. further];
    }
}
