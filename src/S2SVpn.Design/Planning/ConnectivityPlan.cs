using S2SVpn.Design.Request;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Planning;

/// <summary>
/// Every decision about a request: what is built in either cloud, each name, address, number and key slot. The same
/// request always gives the same plan. Only what a cloud chooses itself (ids, public addresses) is not in it.
/// </summary>
public sealed record ConnectivityPlan
{
    /// <summary>The request's name.</summary>
    public required string Name { get; init; }

    /// <summary>What every name of a resource starts with: the request's name and environment.</summary>
    public required string Stem { get; init; }

    /// <summary>On everything that takes tags, in both clouds.</summary>
    public required ValueMap<string> Tags { get; init; }

    public required ValueList<AwsSitePlan> AwsSites { get; init; }

    public required ValueList<AzureSitePlan> AzureSites { get; init; }

    /// <summary>What both ends of a link share, in the order of the request.</summary>
    public required ValueList<LinkPlan> Links { get; init; }

    /// <summary>The flows that may cross, with every end resolved to networks.</summary>
    public required ValueList<FlowPlan> Flows { get; init; }

    /// <summary>One CloudWatch dashboard with all tunnels; null for none.</summary>
    public required DashboardPlan? Dashboard { get; init; }

    public required TerraformPlan Terraform { get; init; }

    /// <summary>Every tunnel of every link.</summary>
    public IEnumerable<TunnelPlan> Tunnels => Links.SelectMany(link => link.Tunnels);

    /// <summary>The plan of a request that the rules found no error in.</summary>
    /// <exception cref="ArgumentException">The rules would have refused the request.</exception>
    public static ConnectivityPlan From(VpnRequest request) => new Planner(request).Plan();

    /// <summary>The plan of a request that was written in code: the rules are asked first.</summary>
    /// <exception cref="ArgumentException">A rule found an error; the message has all of them.</exception>
    /// <example><code>
    /// var plan = ConnectivityPlan.CheckedFrom(new VpnRequest
    /// {
    ///     Name = "shop",
    ///     Aws = [new("aws", new AwsSite { Region = "eu-central-1", Network = new() { Cidrs = [Cidr.Parse("10.2.0.0/16")] } })],
    ///     Azure = [new("azure", new AzureSite { Location = "westeurope", Network = new() { Cidrs = [Cidr.Parse("10.1.0.0/16")] } })],
    /// });
    /// </code></example>
    public static ConnectivityPlan CheckedFrom(VpnRequest request)
    {
        var errors = RuleBook.Check(request).Where(finding => finding.Stops).ToList();
        return errors.Count == 0
            ? From(request)
            : throw new ArgumentException(
                $"The request can't be planned:\n{string.Join('\n', errors.Select(error => $"{error.Code} {error.Message}. {error.Fix}"))}", nameof(request));
    }

    public AwsSitePlan AwsSite(string name) => AwsSites.First(site => site.Name == name);

    public AzureSitePlan AzureSite(string name) => AzureSites.First(site => site.Name == name);

    public LinkPlan Link(string name) => Links.First(link => link.Name == name);
}
