using System.Text.Json;
using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>
/// What a request takes as it is, as the clouds would know it: Terraform reads of it what it would read, and the lab finds
/// in it what Terraform never records, such as existing subnets. It is as right as the request is.
/// </summary>
internal sealed class ExistingThings
{
    private readonly List<ExistingThing> _things = [];

    private ExistingThings()
    {
    }

    public static IReadOnlyList<ExistingThing> Of(ConnectivityPlan plan)
    {
        var things = new ExistingThings();
        foreach (var site in plan.AwsSites)
        {
            ExistingInAws.Add(site, things);
        }

        foreach (var site in plan.AzureSites)
        {
            ExistingInAzure.Add(site, things);
        }

        return things._things;
    }

    public int CountOf(string type) => _things.Count(thing => thing.Type == type);

    public void Add(string type, string id, object values)
    {
        var attributes = JsonSerializer.SerializeToNode(values)!.AsObject();
        attributes["id"] = id;
        _things.Add(new ExistingThing(type, attributes));
    }
}
