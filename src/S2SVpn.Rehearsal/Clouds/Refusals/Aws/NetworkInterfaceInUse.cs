namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A network interface stays while a machine has it.</summary>
public sealed class NetworkInterfaceInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidNetworkInterface.InUse",
        When = RefusalTime.Delete,
        Types = ["aws_network_interface"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Store.OfType("aws_instance").FirstOrDefault(machine => machine.Values.Text("primary_network_interface_id") == context.Id) is { } machine
            ? $"Network interface '{context.Id}' is currently in use by {machine.Id}."
            : null;
}
