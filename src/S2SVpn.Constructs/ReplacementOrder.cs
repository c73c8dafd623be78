using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Constructs;

namespace S2SVpn.Constructs;

/// <summary>
/// Lets Terraform take away what is in the way before it makes anything new. Names, addresses and networks are unique in a
/// cloud; but two resources with nothing between them are made and destroyed at the same time. Both depend on this: when one
/// of its facts changes, Terraform first destroys what depends on it and has to go, then notes the change, then makes the rest.
/// What stays is not touched.
/// </summary>
internal sealed class ReplacementOrder : Construct
{
    // Asked once: every question is a round trip to Node.js.
    private static readonly ConcurrentDictionary<Type, string> Types = new();

    private static readonly ConditionalWeakTable<TerraformResource, string> Addresses = [];

    private readonly TerraformResource _data;

    /// <param name="scope">What the resources belong to.</param>
    /// <param name="id">Part of its Terraform name.</param>
    /// <param name="facts">What is there once only, by what has it.</param>
    public ReplacementOrder(Construct scope, string id, IEnumerable<(string Key, string Fact)> facts) : base(scope, id) =>
        _data = Data(this, "Resource", facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary(fact => Key(fact.Key), object (fact) => fact.Fact));

    /// <summary>What to depend on.</summary>
    public ITerraformDependable Dependable => _data;

    /// <summary>The fact of a key, for what a change of it replaces.</summary>
    public string Of(string key) => $"{AddressOf(_data)}.input.{Key(key)}";

    /// <summary>Replaces a resource, and all that depends on its id, when something else changes.</summary>
    /// <param name="references">Resources, or attributes of them, such as <c>azurerm_subnet.app.id</c>.</param>
    /// <param name="lifecycle">What else its life cycle holds.</param>
    public static TerraformResourceLifecycle? ReplacedBy(IEnumerable<string> references, TerraformResourceLifecycle? lifecycle = null)
    {
        if (references.ToArray<object>() is { Length: > 0 } given)
        {
            lifecycle ??= new TerraformResourceLifecycle();
            lifecycle.ReplaceTriggeredBy = given;
        }

        return lifecycle;
    }

    /// <summary>Replaces a resource when something else changes.</summary>
    public static TerraformResourceLifecycle? ReplacedBy(string reference) => ReplacedBy([reference]);

    /// <summary>Something that is in Terraform's state only.</summary>
    /// <remarks>CDKTF's own class for it asks the installed Terraform for its version, and a synth needs none.</remarks>
    public static TerraformResource Data(Construct scope, string id, Dictionary<string, object> input)
    {
        var data = new TerraformResource(scope, id, new TerraformResourceConfig { TerraformResourceType = "terraform_data" });
        data.AddOverride("input", input);
        return data;
    }

    /// <summary>A resource's address in Terraform, without the signs around it that make it an expression.</summary>
    public static string AddressOf(TerraformResource resource) =>
        Addresses.GetValue(resource, _ => $"{Types.GetOrAdd(resource.GetType(), _ => resource.TerraformResourceType)}.{resource.FriendlyUniqueId}");

    // Terraform follows a change into a map by names only, which begin with a letter and have letters, digits and dashes.
    private static string Key(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return plain == text ? $"of-{text}" : $"of-{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
    }
}
