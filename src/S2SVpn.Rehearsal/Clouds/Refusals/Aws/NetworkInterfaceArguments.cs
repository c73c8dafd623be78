namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A machine that is given its network interface takes the subnet, the filters and the check of addresses from it.</summary>
public sealed class NetworkInterfaceArguments : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterCombination",
        When = RefusalTime.Create,
        Types = ["aws_instance"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html",
    };

    internal override string? Why(RefusalContext context)
    {
        string[] others = ["associate_public_ip_address", "private_ip", "subnet_id"];
        return context.Values.Block("primary_network_interface") is not null && others.FirstOrDefault(name => context.Values[name] is { IsNull: false, IsUnknown: false }) is { } other
            ? $"Network interfaces and an instance-level {other} may not be specified on the same request."
            : null;
    }
}
