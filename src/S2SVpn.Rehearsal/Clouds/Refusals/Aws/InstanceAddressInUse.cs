namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>No two machines of a subnet have one address.</summary>
public sealed class InstanceAddressInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidIPAddress.InUse",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "github.com/aws/aws-cli/issues/7178",
    };

    internal override string? Why(RefusalContext context)
    {
        var (subnet, address) = (context.Values.Text("subnet_id"), context.Values.Text("private_ip"));
        return address is not null && context.Others.Any(other => other.Values.Text("subnet_id") == subnet && other.Values.Text("private_ip") == address)
            ? $"Address {address} is in use."
            : null;
    }
}
