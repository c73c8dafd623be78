using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Where elastic addresses lead.</summary>
internal static class ElasticAddresses
{
    /// <summary>The VPC of the machine that has it; null where there is none, or the store does not know it.</summary>
    public static string? VpcOf(RefusalContext context, Attributes address) =>
        context.Find("aws_subnet", context.Find("aws_instance", address.Text("instance"))?.Text("subnet_id"))?.Text("vpc_id");
}
