namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>No two machines of a subnet have one address.</summary>
public sealed class MachineAddressTaken : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidIPAddress.InUse",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "github.com/aws/aws-cli/issues/7178",
    };

    internal override string? Why(Situation situation)
    {
        var (subnet, address) = (situation.Values.Text("subnet_id"), situation.Values.Text("private_ip"));
        return address is not null && situation.Others.Any(other => other.Values.Text("subnet_id") == subnet && other.Values.Text("private_ip") == address)
            ? $"Address {address} is in use."
            : null;
    }
}
