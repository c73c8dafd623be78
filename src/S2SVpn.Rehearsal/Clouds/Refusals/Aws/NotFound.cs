namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>
/// What an AWS resource names has to be there, and in its region: elsewhere AWS does not find it. What was not created here,
/// such as an existing VPC, nothing is known.
/// </summary>
public abstract class NotFound(string code, string type) : Refusal
{
    // Theirs names something in another region on purpose, or is in none.
    private static readonly string[] Worldwide = ["aws_cloudwatch_dashboard"];

    public override RefusalFacts Facts { get; } = new()
    {
        Code = code,
        When = RefusalTime.Write,
        Types = ["aws_*"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context)
    {
        if (Worldwide.Contains(context.Type))
        {
            return null;
        }

        var region = context.Values.Text("region");
        return context.Values.AllTexts()
            .Where(id => id != context.Id && (context.Store.WasDeleted(type, id)
                || (region is not null && context.Find(type, id)?.Text("region") is { } other && other != region)))
            .Select(id => $"The ID '{id}' does not exist{(region is null ? "" : $" in {region}")}.")
            .FirstOrDefault();
    }
}

/// <summary>A customer gateway.</summary>
public sealed class CustomerGatewayNotFound() : NotFound("InvalidCustomerGatewayID.NotFound", "aws_customer_gateway");

/// <summary>A machine.</summary>
public sealed class InstanceNotFound() : NotFound("InvalidInstanceID.NotFound", "aws_instance");

/// <summary>An internet gateway.</summary>
public sealed class InternetGatewayNotFound() : NotFound("InvalidInternetGatewayID.NotFound", "aws_internet_gateway");

/// <summary>A key pair.</summary>
public sealed class KeyPairNotFound() : NotFound("InvalidKeyPair.NotFound", "aws_key_pair");

/// <summary>A route table.</summary>
public sealed class RouteTableNotFound() : NotFound("InvalidRouteTableID.NotFound", "aws_route_table");

/// <summary>A security group.</summary>
public sealed class SecurityGroupNotFound() : NotFound("InvalidGroup.NotFound", "aws_security_group");

/// <summary>A subnet.</summary>
public sealed class SubnetNotFound() : NotFound("InvalidSubnetID.NotFound", "aws_subnet");

/// <summary>A transit gateway.</summary>
public sealed class TransitGatewayNotFound() : NotFound("InvalidTransitGatewayID.NotFound", "aws_ec2_transit_gateway");

/// <summary>A VPC.</summary>
public sealed class VpcNotFound() : NotFound("InvalidVpcID.NotFound", "aws_vpc");

/// <summary>A VPN connection.</summary>
public sealed class VpnConnectionNotFound() : NotFound("InvalidVpnConnectionID.NotFound", "aws_vpn_connection");

/// <summary>A VPN gateway.</summary>
public sealed class VpnGatewayNotFound() : NotFound("InvalidVpnGatewayID.NotFound", "aws_vpn_gateway");
