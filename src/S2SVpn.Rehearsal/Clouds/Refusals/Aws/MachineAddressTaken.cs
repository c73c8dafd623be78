using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>No two machines of a subnet have one address.</summary>
public sealed class MachineAddressTaken : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidIPAddress.InUse",
        When = RefusalTime.Create,
        Types = ["aws_instance", "aws_network_interface"],
        Source = "github.com/aws/aws-cli/issues/7178",
    };

    internal override string? Why(Situation situation)
    {
        // A machine that is given a network interface has its address.
        if (situation.Values.Block("primary_network_interface") is not null)
        {
            return null;
        }

        var (subnet, address) = (situation.Values.Text("subnet_id"), Of(situation.Values));
        return address is not null && situation.OthersOf("aws_instance").Concat(situation.OthersOf("aws_network_interface"))
                .Any(other => other.Values.Text("subnet_id") == subnet && Of(other.Values) == address)
            ? $"Address {address} is in use."
            : null;
    }

    /// <summary>The first address of a machine or a network interface.</summary>
    internal static string? Of(Attributes values) => values.Text("private_ip") ?? values.Texts("private_ips").FirstOrDefault();
}
