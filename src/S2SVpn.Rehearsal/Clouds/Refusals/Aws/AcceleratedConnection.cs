namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>Only connections of transit gateways are accelerated. One that is can't move to a virtual private gateway.</summary>
public sealed class AcceleratedConnection : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Write,
        Types = ["aws_vpn_connection"],
        Source = "docs.aws.amazon.com/vpn/latest/s2svpn/accelerated-vpn.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Flag("enable_acceleration") && context.Values.Text("vpn_gateway_id") is { } gateway
            ? $"An accelerated connection can't end at {gateway}, which is not a transit gateway."
            : null;
}
