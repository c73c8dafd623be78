using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using HashiCorp.Cdktf.Providers.Azurerm.Provider;
using HashiCorp.Cdktf.Providers.Random.Provider;
using HashiCorp.Cdktf.Providers.Tls.Provider;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// The providers of a stack: those that something in it asks for, one a site. Credentials are never in them: both clouds'
/// providers take them from the environment, a profile or a login.
/// </summary>
internal sealed class StackProviders(TerraformStack stack, TerraformVersions versions)
{
    private readonly Dictionary<string, TerraformProvider> _providers = [];

    /// <summary>The provider of a site; null for the default one, which needs no naming.</summary>
    public TerraformProvider? Of(AwsSitePlan site)
    {
        var provider = Get("aws", versions.Aws, site.Alias, id => new AwsProvider(stack, id, new AwsProviderConfig
        {
            Alias = site.Alias,
            Region = site.Region,
            Profile = site.Profile,
            AllowedAccountIds = site.Account is null ? null : [site.Account],
            AssumeRole = site.Role is null ? null : new[] { new AwsProviderAssumeRole { RoleArn = site.Role } },
            DefaultTags = new[] { new AwsProviderDefaultTags { Tags = site.Tags.ToDictionary() } },
        }));
        return site.Alias is null ? null : provider;
    }

    /// <inheritdoc cref="Of(AwsSitePlan)"/>
    public TerraformProvider? Of(AzureSitePlan site)
    {
        var provider = Get("azurerm", versions.Azurerm, site.Alias, id => new AzurermProvider(stack, id, new AzurermProviderConfig
        {
            Alias = site.Alias,
            SubscriptionId = site.Subscription,
            Features = new[] { new AzurermProviderFeatures() },
        }));
        return site.Alias is null ? null : provider;
    }

    /// <summary>Makes generated keys possible.</summary>
    public void AddRandom() => Get("random", versions.Random, null, id => new RandomProvider(stack, id));

    /// <summary>Makes a generated SSH key possible.</summary>
    public void AddTls() => Get("tls", versions.Tls, null, id => new TlsProvider(stack, id));

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
