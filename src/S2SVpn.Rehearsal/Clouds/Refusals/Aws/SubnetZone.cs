namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet is in a zone of its provider's region.</summary>
public sealed class SubnetZone : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "InvalidParameterValue",
        When = RefusalTime.Create,
        Types = ["aws_subnet"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
    };

    // A local zone has its region's name in front too (docs.aws.amazon.com/local-zones/latest/ug/what-is-aws-local-zones.html).
    internal override string? Why(RefusalContext context)
    {
        var region = context.Values.Text("region") ?? context.Session.Settings.Text("region");
        return region is not null && context.Values.Text("availability_zone") is { } zone && !(zone.StartsWith(region, StringComparison.Ordinal) && zone[region.Length..] is [>= 'a' and <= 'z'] or ['-', ..])
            ? $"Value ({zone}) for parameter availabilityZone is invalid: it is not a zone of {region}."
            : null;
    }
}
