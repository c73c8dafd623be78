namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>A VPC has a route to its own range already, and nothing stands in its place.</summary>
public sealed class RouteOfOwnVpc : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "RouteAlreadyExists",
        When = RefusalTime.Create,
        Types = ["aws_route"],
        Source = "docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    };

    internal override string? Why(RefusalContext context) =>
        Networks.Of(context.Values, "destination_cidr_block").Where(OwnNetworks.Of(context).Contains)
            .Select(network => $"The route identified by {network} already exists: it is the VPC's local route.").FirstOrDefault();
}
