using System.Text.Json.Nodes;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Whether sites of one cloud reach each other through the other cloud, by the numbers that they have.</summary>
public sealed class TransitTests
{
    private const string Different = "64513";

    [Fact]
    public async Task Routes_OfSitesWithDifferentNumbers_GoThroughTheOtherCloudAndAreFound()
    {
        Workbench.FindTerraform();
        var json = Assert.Single(Example.Read("two-regions").Stacks).Json;
        Of(json, "aws_vpn_gateway")["amazon_side_asn"] = Different;
        foreach (var peer in All(json, "azurerm_local_network_gateway"))
        {
            peer["bgp_settings"]!["asn"] = int.Parse(Different, null);
        }

        var state = new StateEdits((await TerraformApply.RunAsync([json.ToJsonString()], [], TestContext.Current.CancellationToken))[0]);
        var request = File.ReadAllText(Repository.File("examples", "two-regions.yaml"))
            .Replace("10.3.0.0/16, gateway: { transitBetweenSites: false }", $"10.3.0.0/16, gateway: {{ asn: {Different} }}");
        var allowed = await LabBench.RunAsync(state, LabBench.Designed(request));
        var forbidden = await LabBench.RunAsync(state, LabBench.Designed(request) with { Apart = [Cloud.Aws] });

        Assert.True(allowed.Checks.All(check => check.Passed), LabBench.Failures(allowed));
        var found = forbidden.Checks.Where(check => !check.Passed).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, check => Assert.Equal("routes", check.Group));
        Assert.Contains(found, check => check.Name.Contains("frankfurt", StringComparison.Ordinal) && check.Seen.Contains("10.3.0.0/16", StringComparison.Ordinal));
    }

    private static JsonObject Of(JsonObject json, string type) => Assert.Single(All(json, type));

    // Those of ireland.
    private static List<JsonObject> All(JsonObject json, string type) => json["resource"]![type]!.AsObject()
        .Where(resource => resource.Key.Contains("ireland", StringComparison.Ordinal))
        .Select(resource => resource.Value!.AsObject()).ToList();
}
