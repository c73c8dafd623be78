namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A network interface is of one machine.</summary>
public sealed class NetworkInterfaceTaken : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidNetworkInterface.InUse",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        var card = context.Values.Block("primary_network_interface")?.Text("network_interface_id");
        return card is not null && context.Others.Any(machine => machine.Values.Text("primary_network_interface_id") == card)
            ? $"Interface: [{card}] in use."
            : null;
    }
}
