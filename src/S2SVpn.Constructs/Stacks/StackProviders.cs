using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using HashiCorp.Cdktf.Providers.Azurerm.Provider;
using HashiCorp.Cdktf.Providers.Random.Provider;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// The providers of a stack, one a site. Credentials are never in them: both clouds' providers take them from the
/// environment, a profile or a login.
/// </summary>
internal sealed class StackProviders
{
    private readonly Dictionary<string, TerraformProvider> _aws;
    private readonly Dictionary<string, TerraformProvider> _azure;

    public StackProviders(TerraformStack stack, ConnectivityPlan plan)
    {
        _ = new RandomProvider(stack, "provider-random");
        _aws = plan.AwsSites.ToDictionary(site => site.Name, site => (TerraformProvider)new AwsProvider(stack, Id("aws", site.Alias), new AwsProviderConfig
        {
            Alias = site.Alias,
            Region = site.Region,
            Profile = site.Profile,
            AllowedAccountIds = site.Account is null ? null : [site.Account],
            AssumeRole = site.Role is null ? null : new[] { new AwsProviderAssumeRole { RoleArn = site.Role } },
            DefaultTags = new[] { new AwsProviderDefaultTags { Tags = site.Tags.ToDictionary() } },
        }));
        _azure = plan.AzureSites.ToDictionary(site => site.Name, site => (TerraformProvider)new AzurermProvider(stack, Id("azurerm", site.Alias), new AzurermProviderConfig
        {
            Alias = site.Alias,
            SubscriptionId = site.Subscription,
            Features = new[] { new AzurermProviderFeatures() },
        }));
    }

    public TerraformProvider? Of(AwsSitePlan site) => site.Alias is null ? null : _aws[site.Name];

    public TerraformProvider? Of(AzureSitePlan site) => site.Alias is null ? null : _azure[site.Name];

    private static string Id(string provider, string? alias) => alias is null ? $"provider-{provider}" : $"provider-{provider}-{alias}";
}
