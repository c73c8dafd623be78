using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine has an address of its subnet, and none that AWS keeps for itself.</summary>
public sealed class MachineAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_instance", "aws_network_interface"],
        Source = "github.com/JamesWoolfenden/terraform-aws-cassandra/issues/18",
    };

    internal override string? Why(Situation situation)
    {
        var subnet = situation.Find("aws_subnet", situation.Values.Text("subnet_id"))?.Text("cidr_block");
        if (!Cidr.TryParse(subnet ?? "", out var cidr, out _) || !Ipv4.TryParse(MachineAddressTaken.Of(situation.Values) ?? "", out var address, out _))
        {
            return null;
        }

        return !cidr.Contains(address) ? $"Address {address} does not fall within the subnet's address range {cidr}."
            : MachineAddresses.IsReserved(cidr, address) ? $"Address {address} is in the subnet's reserved address range."
            : null;
    }
}
