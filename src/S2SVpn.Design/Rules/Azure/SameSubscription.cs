using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class SameSubscription : Rule
{
    // /subscriptions/{id}/…
    private const int SubscriptionPart = 2;

    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ114",
        Level = FindingLevel.Error,
        Title = "Existing resources are in the site's subscription",
        Why = "The azurerm provider works in one subscription: it would look for the gateway or VNet in the wrong one, and "
            + "can't create the spoke's side of the peering.",
        Sources =
        [
            new(
                "registry.terraform.io/providers/hashicorp/azurerm/latest/docs#subscription_id",
                "Terraform provider azurerm: subscription_id"),
        ],
        Fix = "Write the site's subscription, or make a peering between subscriptions by hand and list its networks in behind.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var site in context.AzureSites)
        {
            var ids = Ids(site).Where(id => id.Value is not null).ToList();
            var (expected, from) = site.Site.Subscription is { } written
                ? (written, site.Path["subscription"])
                : ids.Count > 0 ? (Subscription(ids[0].Value!), ids[0].Path) : ("", site.Path);
            foreach (var id in ids.Where(id => !Subscription(id.Value!).Equals(expected, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Violation(
                    $"{context.FormatPath(id.Path)} is in the subscription {Subscription(id.Value!)}, and {context.FormatPath(from)} in {expected}", id.Path, from);
            }
        }
    }

    private static IEnumerable<Located<string?>> Ids(AzureView site) =>
    [
        new(site.Site.Network.Existing, site.Network["existing"]),
        new(site.Site.Gateway.Existing, site.Gateway["existing"]),
        .. site.Site.Network.Spokes.Select((spoke, index) => new Located<string?>(spoke.Id, site.Network["spokes"][index]["id"])),
    ];

    private static string Subscription(string id) => id.Split('/').ElementAtOrDefault(SubscriptionPart) ?? "";
}
