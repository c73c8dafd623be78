using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules;

/// <summary>An AWS site as the rules look at it.</summary>
internal sealed class AwsView : SiteView
{
    private readonly Lazy<AwsNetworkLayout> _layout;

    public AwsView(string name, AwsSite site)
        : base(name, RequestPath.Root["aws"][name])
    {
        Site = site;
        _layout = new Lazy<AwsNetworkLayout>(() => NetworkLayout.Of(site));
        Networks =
        [
            .. At(site.Network.Cidrs, Network["cidrs"], NetworkKind.Own),
            .. At(site.Behind, Path["behind"], NetworkKind.Behind),
        ];
    }

    public AwsSite Site { get; }

    public override string Cloud => "AWS";

    public AwsGatewayKind Kind => Site.Gateway.Kind;

    public override bool IsManaged => Kind != AwsGatewayKind.Appliance;

    public override bool NetworkExists => Site.Network.Existing is not null;

    public override Appliance? Appliance => LinkLayout.ApplianceOf(Site.Gateway);

    public override Asn Asn => Site.Gateway.Asn;

    /// <summary>Whether a public address leads anywhere: an existing VPC is supposed to know, and an appliance brings a gateway.</summary>
    public bool HasInternetAccess => NetworkExists || !IsManaged || Site.Network.InternetGateway;

    public override ValueList<NetworkAt> Networks { get; }

    public override ValueList<SubnetAt> Subnets => field ??= _layout.Value.Subnets.Select(At).ToValueList();
}
