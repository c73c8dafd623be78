using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine has an address of its subnet, and none that AWS keeps for itself.</summary>
public sealed class InstanceAddress : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_instance", "aws_network_interface"],
        Source = "github.com/JamesWoolfenden/terraform-aws-cassandra/issues/18",
    };

    internal override string? Why(RefusalContext context)
    {
        var subnet = context.Find("aws_subnet", context.Values.Text("subnet_id"))?.Text("cidr_block");
        if (!Cidr.TryParse(subnet ?? "", out var cidr, out _) || !Ipv4.TryParse(InstanceAddressInUse.Of(context.Values) ?? "", out var address, out _))
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
        Types = ["aws_instance", "aws_network_interface"],
        Source = "github.com/aws/aws-cli/issues/7178",
    };

    internal override string? Why(RefusalContext context)
    {
        // A machine that is given a network interface has its address.
        if (context.Values.Block("primary_network_interface") is not null)
        {
            return null;
        }

        var (subnet, address) = (context.Values.Text("subnet_id"), Of(context.Values));
        return address is not null && context.OthersOf("aws_instance").Concat(context.OthersOf("aws_network_interface"))
                .Any(other => other.Values.Text("subnet_id") == subnet && Of(other.Values) == address)
            ? $"Address {address} is in use."
            : null;
    }

    /// <summary>The first address of a machine or a network interface.</summary>
    internal static string? Of(Attributes values) => values.Text("private_ip") ?? values.Texts("private_ips").FirstOrDefault();
}
