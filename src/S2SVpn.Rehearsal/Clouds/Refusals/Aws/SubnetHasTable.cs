namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A subnet has one route table: the next association waits until the first is gone.</summary>
public sealed class SubnetHasTable : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "Resource.AlreadyAssociated",
        When = RefusalTime.Create,
        Types = ["aws_route_table_association"],
        Source = "docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
    };

    internal override string? Why(Situation situation) =>
        situation.Values.Text("subnet_id") is { } subnet && situation.Others.FirstOrDefault(item => item.Values.Text("subnet_id") == subnet) is { } other
            ? $"The association of {situation.Values.Text("route_table_id")} conflicts with an existing association, {other.Id}."
            : null;
}
