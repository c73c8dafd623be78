using System.Text.Json.Serialization;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>
/// Every decision about a request: what is built in either cloud, each name, address, number and key slot. The same
/// request always gives the same plan. Only what a cloud chooses itself (ids, public addresses) is not in it.
/// </summary>
public sealed record ConnectivityPlan
{
    // Only the constructs read what it takes: a property that has to be given may not be less visible than its record.
    internal ConnectivityPlan(TerraformPlan terraform) => Terraform = terraform;

    /// <summary>The request's name.</summary>
    public required string Name { get; init; }

    /// <summary>What every name of a resource starts with: the request's name and environment.</summary>
    public required string Stem { get; init; }

    /// <summary>On everything that takes tags, in both clouds.</summary>
    public required ValueMap<string> Tags { get; init; }

    /// <summary>The AWS sites, in the order of the request.</summary>
    public required ValueList<AwsSitePlan> AwsSites { get; init; }

    /// <summary>The Azure sites, in the order of the request.</summary>
    public required ValueList<AzureSitePlan> AzureSites { get; init; }

    /// <summary>What both ends of a link share, in the order of the request.</summary>
    public required ValueList<LinkPlan> Links { get; init; }

    /// <summary>The flows that may cross, with every end resolved to networks.</summary>
    public required ValueList<FlowPlan> Flows { get; init; }

    /// <summary>One CloudWatch dashboard with all tunnels; null for none.</summary>
    public required DashboardPlan? Dashboard { get; init; }

    /// <summary>Versions, timeouts and stacks.</summary>
    [JsonInclude]
    internal TerraformPlan Terraform { get; init; }

    /// <summary>Every tunnel of every link.</summary>
    public IEnumerable<TunnelPlan> Tunnels => Links.SelectMany(link => link.Tunnels);

    /// <summary>The plan of a request that the rules found no error in. They are not asked again.</summary>
    /// <exception cref="ArgumentException">The rules would have refused the request.</exception>
    public static ConnectivityPlan CreateUnchecked(VpnRequest request) => new Planner(request).Plan();

    /// <summary>The AWS site with that name in the request.</summary>
    public AwsSitePlan AwsSite(string name) => AwsSites.First(site => site.Name == name);

    /// <summary>The Azure site with that name in the request.</summary>
    public AzureSitePlan AzureSite(string name) => AzureSites.First(site => site.Name == name);

    /// <summary>The link with that name.</summary>
    public LinkPlan Link(string name) => Links.First(link => link.Name == name);
}
