using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Planning;

public sealed class PlanNotesTests
{
    private const string Gateway = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw";
    private const string Aws = "aws: { region: eu-central-1, network: 10.2.0.0/16 }\n";
    private const string Azure = "azure: { location: westeurope, network: 10.1.0.0/16 }\n";

    [Fact]
    public void Of_ExistingGateway_NamesTheAddressesAndTheCommand()
    {
        var note = Notes($"{Aws}azure: {{ location: westeurope, network: 10.1.0.0/16, gateway: {{ existing: {Gateway} }} }}\n")[0];
        Assert.Contains("169.254.21.2, 169.254.22.2 on instance 0 and 169.254.21.6, 169.254.22.6 on instance 1", note.Text);
        Assert.Equal(
            $"az network vnet-gateway update --ids {Gateway} "
            + "--set 'bgpSettings.bgpPeeringAddresses[0].customBgpIpAddresses=[\"169.254.21.2\",\"169.254.22.2\"]' "
            + "--set 'bgpSettings.bgpPeeringAddresses[1].customBgpIpAddresses=[\"169.254.21.6\",\"169.254.22.6\"]'",
            note.Command);
    }

    [Fact]
    public void Of_ExistingGatewayThatHasTheAddresses_NamesNoCommand()
    {
        var note = Notes($"{Aws}azure: {{ location: westeurope, network: 10.1.0.0/16, gateway: {{ existing: {Gateway}, bgpAddresses: [169.254.21.2, 169.254.22.2, 169.254.21.6, 169.254.22.6] }} }}\n")[0];
        Assert.Contains("The request says that it has them.", note.Text);
        Assert.Null(note.Command);
    }

    [Theory]
    [InlineData(65010, "Sites with different ASNs reach each other through it: west with north.")]
    [InlineData(65515, "Sites with one ASN drop each other's routes: west, north.")]
    public void Of_TwoSitesAtOneGateway_TellsWhetherTheyReachEachOther(int asn, string says)
    {
        var notes = Notes($$"""
            aws:
              frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
            azure:
              west: { location: westeurope, network: 10.1.0.0/16 }
              north: { location: northeurope, network: 10.4.0.0/16, gateway: { asn: {{asn}} } }
            links:
              - { between: [frankfurt, west], slot: 0 }
              - { between: [frankfurt, north], slot: 1 }

            """);
        Assert.Contains(says, Assert.Single(notes, note => note.Text.StartsWith("frankfurt: ", StringComparison.Ordinal)).Text);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("link: { routing: static }\n", false)]
    public void Of_Link_TellsOfBgpsHoldTimesWhereThereIsBgp(string link, bool told) =>
        Assert.Equal(told, Notes(Aws + Azure + link).Any(note => note.Text.Contains("180 s", StringComparison.Ordinal)));

    [Fact]
    public void Of_LifecycleControl_TellsHowMaintenanceIsLearnedOf()
    {
        var note = Assert.Single(
            Notes($"{Aws}{Azure}link: {{ tunnels: {{ each: {{ '2.1': {{ lifecycleControl: true }} }} }} }}\n"),
            note => note.Text.Contains("lifecycleControl", StringComparison.Ordinal));
        Assert.Contains("link 2.1", note.Text);
        Assert.Contains("get-vpn-tunnel-replacement-status", note.Command);
    }

    private static ValueList<PlanNote> Notes(string yaml)
    {
        var read = RequestReader.Read($"name: shop\n{yaml}", "s2svpn.yaml", _ => null);
        Assert.Empty(read.Findings);
        return PlanNotes.Of(ConnectivityPlan.CreateUnchecked(read.Document!.Request));
    }
}
