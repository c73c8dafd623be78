using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>What the peerings of a VNet lead to: Azure gives each of its subnets a route to every network of a peered VNet.</summary>
internal sealed class AzurePeerings(TerraformState state)
{
    /// <param name="vnet">The VNet.</param>
    /// <param name="known">Those that use the gateway, which the lab has anyway.</param>
    public IEnumerable<RouteElsewhere> Of(StateResource vnet, IEnumerable<StateResource> known) =>
        from peering in state.OfType("azurerm_virtual_network_peering")
        where IsIn(peering, vnet)
        let remote = state.Find("azurerm_virtual_network", peering.Text("remote_virtual_network_id"))
        where remote is not null && !known.Any(each => TerraformState.Same(each.Id, remote.Id))
        // One way alone is only initiated, and carries nothing (learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering).
        where state.OfType("azurerm_virtual_network_peering").Any(back => IsIn(back, remote) && TerraformState.Same(back.Text("remote_virtual_network_id"), vnet.Id))
        from network in remote.Networks("address_space")
        select new RouteElsewhere(network, peering.Address, $"the peered VNet {remote.Address}") { Resources = [remote.Address] };

    /// <summary>Networks of peered VNets that don't use the gateway of a VNet, and why: it does not announce them.</summary>
    public IEnumerable<RouteElsewhere> WithoutGateway(StateResource vnet) =>
        from peering in state.OfType("azurerm_virtual_network_peering")
        where TerraformState.Same(peering.Text("remote_virtual_network_id"), vnet.Id)
        let spoke = state.OfType("azurerm_virtual_network").FirstOrDefault(each => IsIn(peering, each))
        where spoke is not null
        let back = state.OfType("azurerm_virtual_network_peering").FirstOrDefault(each => IsIn(each, vnet) && TerraformState.Same(each.Text("remote_virtual_network_id"), spoke.Id))
        let why = !peering.Flag("use_remote_gateways") ? $"{peering.Address} does not use the gateway (use_remote_gateways)"
            : back is null ? $"no peering leads from {vnet.Address} to it"
            : !back.Flag("allow_gateway_transit") ? $"{back.Address} does not let it use the gateway (allow_gateway_transit)"
            : null
        where why is not null
        from network in spoke.Networks("address_space")
        select new RouteElsewhere(network, (back is null || !peering.Flag("use_remote_gateways") ? peering : back).Address, why)
        {
            // Without a peering that leads back, one of those that lead nowhere was to be it.
            Resources = [spoke.Address, .. back is not null ? [] : state.OfType("azurerm_virtual_network_peering").Where(each => IsIn(each, vnet) && state.Find("azurerm_virtual_network", each.Text("remote_virtual_network_id")) is null).Select(each => each.Address)],
        };

    /// <summary>Whether a subnet or a peering is one of that VNet.</summary>
    public static bool IsIn(StateResource part, StateResource vnet) =>
        TerraformState.Same(part.Text("virtual_network_name"), vnet.Text("name")) && TerraformState.Same(part.Text("resource_group_name"), vnet.Text("resource_group_name"));
}
