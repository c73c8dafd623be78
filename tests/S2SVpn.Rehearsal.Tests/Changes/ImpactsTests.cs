using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Clouds.Schemas;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>The table of typical times and interruptions.</summary>
public sealed class ImpactsTests
{
    private static readonly Dictionary<string, BlockSchema> Schemas = SchemaReader.ReadEmbedded().Values
        .SelectMany(provider => provider.Resources).ToDictionary(type => type.Key, type => type.Value.Block);

    [Fact]
    public void All_Lines_NameATypeAndASource() => Assert.All(Impacts.All, impact =>
    {
        Assert.True(Schemas.ContainsKey(impact.Type), impact.Type);
        Assert.True(impact.Source.Length > 10, impact.Type);
        Assert.True(impact.Minutes >= (impact.DownMinutes ?? 0), impact.Type);
    });

    // A line of which no attribute is spelt as the provider spells it would never count.
    [Fact]
    public void All_LinesOfAttributes_MatchSomeOfTheProvider() => Assert.All(Impacts.All.Where(impact => impact.Attributes is not null), impact =>
        Assert.Contains(Schemas[impact.Type].Attributes.Keys.Concat(Schemas[impact.Type].Blocks.Keys), name => Regex.IsMatch(name, impact.Attributes!)));

    [Fact]
    public void PhasesOf_BothTunnels_TakesOneAfterTheOther()
    {
        var operation = Update("aws_vpn_connection", "tunnel2_preshared_key", "tunnel1_preshared_key", "tunnel1_dpd_timeout_seconds", "tags");

        Assert.Equal([1, 2], Impacts.PhasesOf(operation).Select(phase => phase.Tunnel));
        Assert.Equal(8, Impacts.MinutesOf(operation));
    }

    [Theory]
    [InlineData("aws_vpn_connection", "tags_all")]
    [InlineData("azurerm_virtual_network_gateway", "tags")]
    [InlineData("azurerm_virtual_network_gateway", "bgp_settings")]
    [InlineData("azurerm_virtual_network_gateway_connection", "tags")]
    [InlineData("azurerm_local_network_gateway", "address_space")]
    public void PhasesOf_WhatNoTunnelNotices_InterruptsNothing(string type, string attribute) =>
        Assert.DoesNotContain(Impacts.PhasesOf(Update(type, attribute)), phase => phase.Impact.Down != DownTunnels.None);

    private static PlannedOperation Update(string type, params string[] attributes) => new(
        new PlannedChange
        {
            Stack = 0,
            Address = $"{type}.one",
            Type = type,
            Name = "one",
            Action = PlannedAction.Update,
            Values = [.. attributes.Select(name => new ChangedValue(name, "before", "after", IsKnown: true, Replaces: false))],
        },
        OperationKind.Update);
}
