namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet has one route table: the next association waits until the first is gone.</summary>
public sealed class SubnetAlreadyAssociated : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "Resource.AlreadyAssociated",
        When = RefusalTime.Create,
        Types = ["aws_route_table_association"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(RefusalContext context) =>
        context.Values.Text("subnet_id") is { } subnet && context.Others.FirstOrDefault(item => item.Values.Text("subnet_id") == subnet) is { } other
            ? $"The association of {context.Values.Text("route_table_id")} conflicts with an existing association, {other.Id}."
            : null;
}
