using System.Text.Json.Nodes;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class PlanJsonTests
{
    [Fact]
    public void Write_Starter_SpellsValuesAsARequestDoes()
    {
        var plan = Write(Requests.Starter);
        Assert.Equal(
            ["name", "stem", "tags", "awsSites", "azureSites", "links", "flows", "terraform"], plan.AsObject().Select(property => property.Key));
        var tunnel = plan["links"]![0]!["connections"]![1]!["tunnels"]![0]!;
        Assert.Equal(
            """{"link":"link","connection":2,"number":1,"azureInstance":1,"inside":"169.254.21.4/30","awsAddress":"169.254.21.5","azureAddress":"169.254.21.6","key":"link-2-1","initiator":"both","isUsed":true}""",
            tunnel.ToJsonString());
        Assert.Equal(64512u, plan["awsSites"]![0]!["gateway"]!["asn"]!.GetValue<uint>());
        Assert.Equal("virtual-private", plan["awsSites"]![0]!["gateway"]!["kind"]!.GetValue<string>());
        Assert.Equal("90m", plan["terraform"]!["timeouts"]!["gatewayCreate"]!.GetValue<string>());
    }

    [Fact]
    public void Write_SamePlan_GivesTheSameText()
    {
        var request = Requests.TwoRegions with
        {
            Access = [new AccessFlow { From = [Requests.End("frankfurt.app")], To = [Requests.End("west")], Tcp = [new PortRange(1, 9)], Why = "über <alles>" }],
        };
        var text = PlanJson.Write(ConnectivityPlan.CreateUnchecked(request));
        Assert.Equal(text, PlanJson.Write(ConnectivityPlan.CreateUnchecked(request with { Name = request.Name })));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("über <alles>", text, StringComparison.Ordinal);
        Assert.Contains("\"ports\": \"1-9\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LargeNumberOfAnAsn_IsANumber() => Assert.Equal(
        4200000000u,
        Write(Requests.Starter.WithAws(site => site with { Gateway = new AwsGateway { Asn = new Asn(4200000000) } }))["awsSites"]![0]!["gateway"]!["asn"]!.GetValue<uint>());

    private static JsonNode Write(VpnRequest request) => JsonNode.Parse(PlanJson.Write(ConnectivityPlan.CreateUnchecked(request)))!;
}
