namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A route table is associated with a subnet or with a gateway.</summary>
public sealed class AssociationTarget : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        When = RefusalTime.Validate,
        Types = ["aws_route_table_association"],
        Source = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_route_table_association.go",
    };

    internal override string? Why(RefusalContext context) => context.Values["subnet_id"].IsNull && context.Values["gateway_id"].IsNull
        ? "one of `gateway_id,subnet_id` must be specified"
        : null;
}
