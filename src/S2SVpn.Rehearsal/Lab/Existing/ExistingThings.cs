using System.Text.Json;
using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Lab.Existing;

/// <summary>
/// What a request says exists already, as the clouds would know it: Terraform reads of it what it would read, and the lab
/// finds in it what Terraform never records, such as existing subnets. It is as right as the request is.
/// </summary>
public sealed class ExistingThings
{
    private readonly List<CloudObject> _objects = [];

    private ExistingThings()
    {
    }

    internal IReadOnlyList<CloudObject> Objects => _objects;

    public static ExistingThings Of(ConnectivityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var things = new ExistingThings();
        foreach (var site in plan.AwsSites)
        {
            ExistingInAws.Add(site, things);
        }

        foreach (var site in plan.AzureSites)
        {
            ExistingInAzure.Add(site, things);
        }

        return things;
    }

    /// <summary>All of it, in the form of a Terraform state.</summary>
    internal string State() => new JsonObject
    {
        ["resources"] = new JsonArray([.. _objects.Select((item, index) => (JsonNode)new JsonObject
        {
            ["mode"] = "managed",
            ["type"] = item.Type,
            ["name"] = $"existing-{index + 1}",
            ["instances"] = new JsonArray(new JsonObject { ["attributes"] = ValueJson.Write(item.Values) }),
        })]),
    }.ToJsonString();

    internal void Add(string type, string id, object values) => _objects.Add(new CloudObject(
        type, id, ValueJson.ReadObject(JsonSerializer.SerializeToElement(values)).With("id", id)));
}
