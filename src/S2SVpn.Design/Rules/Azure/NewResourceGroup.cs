using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class NewResourceGroup : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ143",
        Level = FindingLevel.Error,
        Title = "A new resource group does not exist yet",
        Why = "What is in a resource group says that the group exists. Terraform refuses to create one that does, and asks to import it.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/resource/resource_group_resource.go",
                "Terraform provider azurerm: azurerm_resource_group"),
        ],
        Fix = "Write resourceGroup: { name: …, existing: true }, or the name of another group that is to be made.",
    };

    internal override bool NeedsPlan => true;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites.Zip(context.Plan.AzureSites, (View, Plan) => (View, Plan))
        where !site.Plan.ResourceGroup.Existing
        let proof = Known(context, site.View).FirstOrDefault(known => IsSame(known.Name, site.Plan.ResourceGroup.Name))
        where proof is not null
        let path = site.View.Path["resourceGroup"]
        select new Violation(
            $"{context.FormatPath(path)} is to be made as {site.Plan.ResourceGroup.Name}, but {context.FormatPath(proof.Path)} says that it exists",
            context.Sources.IsWritten(path) ? [path, proof.Path] : [proof.Path]);

    // The groups of the site's subscription of which something in the request says that they exist.
    private static IEnumerable<Group> Known(RuleContext context, AzureView site)
    {
        // The VNet, its subnets and the gateway are in the site's subscription, whatever it is called.
        var own = new (string? Id, RequestPath Path)[]
        {
            (site.Site.Network.Existing, site.Network["existing"]), (site.Site.Gateway.Existing, site.Gateway["existing"]),
        }.Select(each => Group.Of(each.Id, each.Path)).OfType<Group>().ToList();
        var subscription = site.Site.Subscription ?? own.FirstOrDefault()?.Subscription;
        var monitoring = RequestPath.Root["monitoring"];
        var asked = context.Request.Monitoring;
        var others = site.Site.Network.Spokes.Select((spoke, index) => Group.Of(spoke.Id, site.Network["spokes"][index]["id"]))
            .Concat(context.Links.SelectMany(link => new[] { (link.Link.Keys.KeyVault?.Vault, link.At("keys.keyVault.vault")), (link.Link.Keys.CopyTo.KeyVault?.Vault, link.At("keys.copyTo.keyVault.vault")) })
                .Select(vault => Group.Of(vault.Item1, vault.Item2)))
            .Append(Group.Of(asked.Diagnostics.Workspace, monitoring.At("diagnostics.workspace")))
            .Append(Group.Of(asked.ActionGroup, monitoring["actionGroup"]))
            .OfType<Group>().Where(group => IsSame(group.Subscription, subscription));
        var sites = context.AzureSites.Where(other => other != site && other.Site.ResourceGroup is { Existing: true, Name: not null } && IsSame(other.Site.Subscription, site.Site.Subscription))
            .Select(other => new Group(other.Site.Subscription ?? "", other.Site.ResourceGroup.Name!, other.Path["resourceGroup"]));
        var state = context.Request.Terraform.Backend.Azurerm is { ResourceGroup: { } name } backend && IsSame(backend.Subscription, site.Site.Subscription)
            ? [new Group("", name, RequestPath.Root.At("terraform.backend.azurerm.resourceGroup"))]
            : Array.Empty<Group>();
        return [.. own, .. others, .. sites, .. state];
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private sealed record Group(string Subscription, string Name, RequestPath Path)
    {
        // /subscriptions/…/resourceGroups/…/providers/…
        public static Group? Of(string? id, RequestPath path) =>
            id?.Split('/') is ["", _, var subscription, _, var name, _, ..] ? new Group(subscription, name, path) : null;
    }
}
