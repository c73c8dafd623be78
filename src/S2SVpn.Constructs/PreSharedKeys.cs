using Constructs;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Constructs;

/// <summary>
/// Pre-shared keys, one a slot, from wherever the plan says; or the key pairs of WireGuard's tunnels. None of them is in the configuration.
/// </summary>
/// <example><code>
/// var keys = new PreSharedKeys(this, "keys");
/// keys.Add(plan.Link("link"));
/// </code></example>
public sealed class PreSharedKeys : Construct
{
    // What AWS takes (docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html); Azure takes all of it.
    private const string Form = "^[a-zA-Z1-9._][a-zA-Z0-9._]{7,63}$";

    private readonly Dictionary<string, string?> _references = [];
    private readonly Dictionary<string, string> _secrets = [];
    private readonly Dictionary<string, string> _ofPeers = [];
    private readonly HashSet<string> _fromOutside = [];

    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of the Terraform names of all that is in it.</param>
    public PreSharedKeys(Construct scope, string id) : base(scope, id)
    {
    }

    /// <summary>A reference to the key of a slot; null where AWS makes the key. With WireGuard, what the machine in AWS keeps as its secret.</summary>
    public string? this[string slot] => _references[slot];

    /// <summary>A reference to what the peer has to know: the same key, or with WireGuard a secret of its own.</summary>
    internal string? OfPeer(string slot) => _ofPeers.GetValueOrDefault(slot) ?? _references[slot];

    /// <summary>A reference to the ARN of the secret that a slot's key comes from; null where it comes from elsewhere.</summary>
    internal string? SecretArn(string slot) => _secrets.GetValueOrDefault(slot);

    /// <summary>
    /// What Terraform has to see before it makes anything of these keys: that they differ. Those that Terraform or AWS makes do
    /// anyway; null for them.
    /// </summary>
    internal TerraformResourceLifecycle? Differ(string link, IEnumerable<string> slots)
    {
        var given = slots.Distinct().Where(_fromOutside.Contains).Select(slot => _references[slot]).ToList();
        return given.Count < 2 ? null : new TerraformResourceLifecycle
        {
            Precondition = new[]
            {
                new Precondition
                {
                    Condition = $"${{length(distinct([{string.Join(", ", given)}])) == {given.Count}}}",
                    ErrorMessage = $"Two tunnels of {link} have the same key. Give each its own: AWS tells the tunnels of a connection apart by their keys, and a key that leaks opens both.",
                },
            },
        };
    }

    /// <summary>Adds the key of a slot.</summary>
    /// <param name="slot">Where it comes from.</param>
    /// <param name="aws">The AWS provider that reads it, when it comes from there; the stack's default one when left out.</param>
    /// <param name="azure">The azurerm provider that reads it, when it comes from there; the stack's default one when left out.</param>
    /// <param name="awsRegion">The region that it is read from, where it is not that of the AWS provider.</param>
    public void Add(KeySlotPlan slot, TerraformProvider? aws = null, TerraformProvider? azure = null, string? awsRegion = null)
    {
        ArgumentNullException.ThrowIfNull(slot);
        if (slot.IsWireguard)
        {
            var keys = new WireguardVariable(this, slot);
            _references.Add(slot.Name, keys.Aws);
            _ofPeers.Add(slot.Name, keys.Azure);
            return;
        }

        if (slot.Source is KeySource.Variables or KeySource.SecretsManager or KeySource.KeyVault)
        {
            _fromOutside.Add(slot.Name);
        }

        _references.Add(slot.Name, slot.Source switch
        {
            KeySource.Generated => Generated(slot),
            KeySource.Variables => Variable(slot),
            KeySource.SecretsManager => SecretsManager(slot.Name, slot.SecretsManager!, aws, awsRegion),
            KeySource.KeyVault => KeyVault(slot.Name, slot.KeyVault!, azure),
            KeySource.Aws => null,
            _ => throw new ArgumentException($"Key slot {slot.Name} has the source {slot.Source}, which the rules refuse.", nameof(slot)),
        });
    }

    /// <summary>Adds the keys of all tunnels of a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="aws">The AWS provider that reads them, when they come from there; the stack's default one when left out.</param>
    /// <param name="azure">The azurerm provider that reads them, when they come from there; the stack's default one when left out.</param>
    public void Add(LinkPlan link, TerraformProvider? aws = null, TerraformProvider? azure = null)
    {
        ArgumentNullException.ThrowIfNull(link);
        foreach (var slot in link.Keys)
        {
            Add(slot, aws, azure);
        }
    }

    // Letters alone: both clouds take them all, and AWS refuses a key that starts with a zero.
    private string Generated(KeySlotPlan slot) => new Password(this, slot.Name, new PasswordConfig
    {
        Length = slot.Length ?? throw new ArgumentException($"Key slot {slot.Name} has no length, so its key can't be generated.", nameof(slot)),
        Special = false,
        Numeric = false,
    }).Result;

    // On the stack itself, so that it has the name that people write into TF_VAR_….
    private string Variable(KeySlotPlan slot)
    {
        var variable = new TerraformVariable(TerraformStack.Of(this), slot.Variable!, new TerraformVariableConfig
        {
            Type = "string",
            Description = $"The pre-shared key {slot.Name}: 8 to 64 letters, digits, dots and underscores, not starting with 0, and another for each tunnel.",
            Sensitive = true,
            Nullable = false,
        });
        variable.AddValidation(new TerraformVariableValidationConfig
        {
            Condition = $"${{can(regex(\"{Form}\", var.{slot.Variable}))}}",
            ErrorMessage = $"The key {slot.Name} has to be 8 to 64 letters, digits, dots and underscores, and can't start with 0.",
        });
        return variable.StringValue;
    }

    private string SecretsManager(string slot, AwsSecretPlan plan, TerraformProvider? provider, string? region)
    {
        var version = new DataAwsSecretsmanagerSecretVersion(this, slot, new DataAwsSecretsmanagerSecretVersionConfig { Provider = provider, Region = region, SecretId = plan.Name });
        _secrets.Add(slot, version.Arn);
        return version.SecretString;
    }

    private string KeyVault(string slot, AzureSecretPlan plan, TerraformProvider? provider) =>
        new DataAzurermKeyVaultSecret(this, slot, new DataAzurermKeyVaultSecretConfig { Provider = provider, KeyVaultId = plan.Vault, Name = plan.Name }).Value;
}
