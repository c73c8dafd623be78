using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// The providers of a stack: those that something in it asks for, one per site. Credentials are never in them: both clouds'
/// providers take them from the environment, a profile or a login.
/// </summary>
internal sealed class StackProviders(TerraformStack stack, ConnectivityPlan plan)
{
    private readonly Dictionary<string, TerraformProvider> _providers = [];
    private readonly TerraformVersions _versions = plan.Terraform.Versions;

    /// <summary>The provider of a site; null for the default one, which needs no naming.</summary>
    public TerraformProvider? Of(AwsSitePlan site)
    {
        var settings = site.Alias is null ? plan.AwsSites[0] : site;
        var provider = Get("aws", _versions.Aws, site.Alias, id => new AwsProvider(stack, id, new AwsProviderConfig
        {
            Alias = settings.Alias,
            Region = settings.Region,
            Profile = settings.Profile,
            AllowedAccountIds = settings.Account is null ? null : [settings.Account],
            AssumeRole = settings.Role is null ? null : new[] { new AwsProviderAssumeRole { RoleArn = settings.Role } },
            DefaultTags = new[] { new AwsProviderDefaultTags { Tags = settings.Tags.ToDictionary() } },
        }));
        return site.Alias is null ? null : provider;
    }

    /// <inheritdoc cref="Of(AwsSitePlan)"/>
    public TerraformProvider? Of(AzureSitePlan site)
    {
        var provider = Get("azurerm", _versions.Azurerm, site.Alias, id => new AzurermProvider(stack, id, new AzurermProviderConfig
        {
            Alias = site.Alias,
            SubscriptionId = site.Subscription,
            Environment = site.Environment,
            Features = new[] { new AzurermProviderFeatures() },
        }));
        return site.Alias is null ? null : provider;
    }

    /// <summary>Makes generated keys possible.</summary>
    public void AddRandom() => Get("random", _versions.Random, null, id => new RandomProvider(stack, id));

    /// <summary>Makes a generated SSH key possible.</summary>
    public void AddTls() => Get("tls", _versions.Tls, null, id => new TlsProvider(stack, id));

    private TerraformProvider Get(string name, string version, string? alias, Func<string, TerraformProvider> make)
    {
        var id = alias is null ? $"provider-{name}" : $"provider-{name}-{alias}";
        if (!_providers.TryGetValue(id, out var provider))
        {
            // The bindings would write the one version they were made from, and a source without its host.
            stack.AddOverride($"terraform.required_providers.{name}.source", $"registry.terraform.io/hashicorp/{name}");
            stack.AddOverride($"terraform.required_providers.{name}.version", version);
            provider = make(id);
            _providers.Add(id, provider);
        }

        return provider;
    }
}
