using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A VPC in one region of AWS, and its VPN gateway.")]
public sealed record AwsSite
{
    /// <summary>Any region, also of a partition that is yet to come. Which regions there are a rule knows, with a warning.</summary>
    internal const string RegionForm = "[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}";

    [Description("The region, such as eu-central-1. Changing it replaces everything in it.")]
    [Pattern($"^{RegionForm}$", "a region of AWS, such as eu-central-1")]
    public required string Region { get; init; }

    [Description("The account to run in; Terraform stops in any other.")]
    [Pattern("^[0-9]{12}$", "an account number of 12 digits")]
    public string? Account { get; init; }

    [Description("The profile of the AWS configuration to use.")]
    public string? Profile { get; init; }

    [Description("The ARN of a role to assume.")]
    public string? Role { get; init; }

    [Description("The VPC: the networks of a new one, or an existing one.")]
    public required AwsNetwork Network { get; init; }

    [Description("What the VPN ends on.")]
    public AwsGateway Gateway { get; init; } = new();

    [Description("Other networks that are reached through this site, such as other VPCs on the transit gateway.")]
    public ValueList<Cidr> Behind { get; init; } = [];
}
