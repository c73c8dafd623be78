using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine has an address of its subnet, and none that AWS keeps for itself.</summary>
public sealed class InstanceAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "github.com/JamesWoolfenden/terraform-aws-cassandra/issues/18",
    };

    internal override string? Why(RefusalContext context)
    {
        var subnet = context.Find("aws_subnet", context.Values.Text("subnet_id"))?.Text("cidr_block");
        if (!Cidr.TryParse(subnet ?? "", out var cidr, out _) || !Ipv4.TryParse(context.Values.Text("private_ip") ?? "", out var address, out _))
        {
            return null;
        }

        return !cidr.Contains(address) ? $"Address {address} does not fall within the subnet's address range {cidr}."
            : MachineAddresses.IsReserved(cidr, address) ? $"Address {address} is in the subnet's reserved address range."
            : null;
    }
}

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
