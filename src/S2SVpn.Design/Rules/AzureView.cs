using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>An Azure site as the rules look at it.</summary>
internal sealed class AzureView : SiteView
{
    private readonly Lazy<AzureNetworkLayout> _layout;

    public AzureView(string name, AzureSite site)
        : base(name, RequestPath.Root["azure"][name])
    {
        Site = site;
        _layout = new Lazy<AzureNetworkLayout>(() => NetworkLayout.Of(site));
        Networks =
        [
            .. At(site.Network.Cidrs, Network["cidrs"], NetworkKind.Own),
            .. site.Network.Spokes.SelectMany((spoke, index) =>
                At(spoke.Cidrs, Network["spokes"][index]["cidrs"], NetworkKind.Spoke)),
            .. At(site.Behind, Path["behind"], NetworkKind.Behind),
        ];
    }

    public AzureSite Site { get; }

    public override string Cloud => "Azure";

    public override bool IsManaged => Site.Gateway.Kind == AzureGatewayKind.Managed;

    public override bool NetworkExists => Site.Network.Existing is not null;

    public override Appliance? Appliance => LinkLayout.ApplianceOf(Site.Gateway);

    public override Asn Asn => Site.Gateway.Asn;

    /// <summary>How many public addresses the gateway has, each with its own tunnels.</summary>
    public int Instances => !IsManaged ? Machines : Site.Gateway.ActiveActive ? 2 : 1;

    public ValueList<int> Zones => _layout.Value.GatewayZones;

    public override ValueList<NetworkAt> Networks { get; }

    public override ValueList<SubnetAt> Subnets => field ??= _layout.Value.Subnets.Select(At).ToValueList();

    /// <summary>Spokes too.</summary>
    public override IEnumerable<string> Places => base.Places.Concat(Site.Network.Spokes.Select(spoke => spoke.Name));

    /// <inheritdoc/>
    public override ValueList<Cidr>? NetworksOf(string place) => base.NetworksOf(place)
        ?? Site.Network.Spokes.FirstOrDefault(spoke => spoke.Name == place)?.Cidrs;

    /// <inheritdoc/>
    public override IEnumerable<Located<Cidr>> GivenSubnets => Site.Network.GatewaySubnet.Cidr is { } cidr
        ? base.GivenSubnets.Append(new Located<Cidr>(cidr, Network["gatewaySubnet"]["cidr"]))
        : base.GivenSubnets;

    /// <inheritdoc/>
    public override IEnumerable<SubnetAt> AllSubnets => _layout.Value.GatewaySubnet is { } subnet
        ? Subnets.Append(new SubnetAt(subnet, Network["gatewaySubnet"]))
        : Subnets;
}
