using System.ComponentModel;
using S2SVpn.Design.Network;

namespace S2SVpn.Design.Request;

[Description("A virtual network in one location of Azure, and its VPN gateway.")]
public sealed record AzureSite
{
    internal const string SubscriptionId = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    internal const string SubscriptionForm = $"^{SubscriptionId}$";

    [Description("The location, such as westeurope. Changing it replaces everything in it.")]
    [Pattern("^[a-z][a-z0-9]{2,29}$", "a location of Azure in its short form, such as westeurope", HasLongForm = true)]
    public required string Location { get; init; }

    [Description("The subscription; left out, the one from the environment.")]
    [Pattern(SubscriptionForm, "the id of a subscription")]
    public string? Subscription { get; init; }

    [Description("The resource group; left out, a new one named after the request.")]
    public ResourceGroup ResourceGroup { get; init; } = new();

    [Description("The virtual network: the networks of a new one, or an existing one.")]
    public required AzureNetwork Network { get; init; }

    [Description("What the VPN ends on.")]
    public AzureGateway Gateway { get; init; } = new();

    [Description("Other networks that are reached through this site, such as an office behind the hub.")]
    public ValueList<Cidr> Behind { get; init; } = [];
}

[Description("A resource group."), Shorthand(nameof(Name))]
public sealed record ResourceGroup
{
    internal const string NamePart = @"[-\w.()]{0,89}[-\w()]";

    internal const string NameForm = $"^{NamePart}$";

    internal const string NameMeaning = "a name of at most 90 letters, digits, and - _ . ( ) that doesn't end in a dot";

    [Description("Its name.")]
    [Pattern(NameForm, NameMeaning)]
    public string? Name { get; init; }

    [Description("Whether it exists already.")]
    public bool Existing { get; init; }
}
