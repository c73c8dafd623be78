using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A virtual network (VNet)."), Shorthand(nameof(Cidrs))]
public sealed record AzureNetwork
{
    [Description("The id of an existing VNet (/subscriptions/…/virtualNetworks/…).")]
    [Pattern(VnetId, VnetIdMeaning)]
    public string? Existing { get; init; }

    [Description("The address space of the VNet.")]
    [Singular("cidr")]
    public required ValueList<Cidr> Cidrs { get; init; }

    [Description("Subnets by name, without GatewaySubnet. Without any, a new VNet gets one named app.")]
    public ValueMap<AzureSubnet> Subnets { get; init; } = [];

    [Description("The subnet of the gateway; left out, a /27 at the end of the VNet.")]
    public GatewaySubnet GatewaySubnet { get; init; } = new();

    [Description("Other VNets that use the gateway through a peering.")]
    [Singular("spoke")]
    public ValueList<Spoke> Spokes { get; init; } = [];

    internal const string VnetId =
        $"^/subscriptions/{AzureSite.SubscriptionId}/resourceGroups/{ResourceGroup.NamePart}/providers/Microsoft\\.Network/virtualNetworks/{VnetName}$";

    // learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
    private const string VnetName = "[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]";

    internal const string VnetIdMeaning =
        "the id of a VNet, with the GUID of its subscription: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…";
}

[Description("A subnet of a VNet."), Shorthand(nameof(Cidr))]
public sealed record AzureSubnet
{
    [Description("Its network. Left out, a free /24 of the VNet; set it, so that it never moves.")]
    public Cidr? Cidr { get; init; }

    [Description("The id of an existing subnet.")]
    public string? Existing { get; init; }
}

[Description("The subnet of the gateway. Its name is always GatewaySubnet."), Shorthand(nameof(Cidr))]
public sealed record GatewaySubnet
{
    [Description("Its network, /27 or larger.")]
    [Example("10.1.255.0/27")]
    public Cidr? Cidr { get; init; }

    [Description("The id of an existing GatewaySubnet.")]
    public string? Existing { get; init; }

    [Description("The id of a network security group on it: not supported; the error explains why.")]
    public string? SecurityGroup { get; init; }
}

[Description("A VNet that reaches AWS through this one's gateway.")]
public sealed record Spoke
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("The id of an existing VNet; left out, it is created.")]
    [Pattern(AzureNetwork.VnetId, AzureNetwork.VnetIdMeaning)]
    public string? Id { get; init; }

    [Description("Its address space.")]
    [Singular("cidr")]
    public required ValueList<Cidr> Cidrs { get; init; }
}
