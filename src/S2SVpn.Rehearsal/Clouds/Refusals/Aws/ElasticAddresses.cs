using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Where elastic addresses lead.</summary>
internal static class ElasticAddresses
{
    /// <summary>The VPC of the machine or network interface that has it; null where there is none, or none that the store knows.</summary>
    public static string? VpcOf(Situation situation, Attributes address) =>
        situation.Find(
            "aws_subnet", (situation.Find("aws_instance", address.Text("instance")) ?? situation.Find("aws_network_interface", address.Text("network_interface")))?.Text("subnet_id"))?.Text("vpc_id");
}
