using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>
/// What the schema does not tell of a resource type. All of it is optional: a type without one gets ids and values that are
/// made from its schema alone.
/// </summary>
public sealed record CloudType(string Name)
{
    /// <summary>The version of the schema in the real provider.</summary>
    public long Version { get; init; }

    /// <summary>Attributes that Terraform has to hide. The npm modules don't tell which.</summary>
    public ValueList<string> Sensitive { get; init; } = [];

    /// <summary>Attributes and blocks whose change replaces the resource; a block's attribute as <c>block.attribute</c>.</summary>
    public ValueList<string> ForceNew { get; init; } = [];

    /// <summary>Of what is there and what is planned: the attributes whose change replaces the resource in some cases only.</summary>
    public Func<Attributes, Attributes, IEnumerable<string>>? ForceNewIf { get; init; }

    /// <summary>Blocks that the cloud fills where the configuration has none, as <c>outer.inner</c>.</summary>
    public ValueList<string> ComputedBlocks { get; init; } = [];

    /// <summary>What the provider takes where the configuration has nothing; of a block's attribute as <c>block.attribute</c>.</summary>
    public IReadOnlyDictionary<string, Value> Defaults { get; init; } = new Dictionary<string, Value>();

    /// <summary>Attributes that newer versions of the provider know by another name as well: the old name, by the new one. Both have one value.</summary>
    public IReadOnlyDictionary<string, string> NewNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the provider plans or answers something else than the configuration has, or than it has planned.</summary>
    public bool Differs { get; init; }

    /// <summary>
    /// Whether Terraform has to check it as leniently as types of the older kind of providers, which the real ones are. Only
    /// then a block can be planned as unknown, an attribute have a default, and an answer differ from its plan.
    /// </summary>
    public bool IsLegacy => Differs || ComputedBlocks.Count > 0 || Defaults.Count > 0;

    /// <summary>The id in the cloud; by default what the cloud makes of every type.</summary>
    public Func<CreateContext, string>? Id { get; init; }

    /// <summary>What the plan tells already, of what would else be known after the apply only.</summary>
    public Func<Attributes, Attributes>? Plan { get; init; }

    /// <summary>What the cloud makes of it: settles what is unknown. The rest is made from the schema.</summary>
    public Func<CreateContext, Attributes, Attributes>? Make { get; init; }

    /// <summary>What the provider changes before it deletes, which stays so where the cloud then refuses to delete.</summary>
    public Func<Attributes, Attributes>? BeforeDelete { get; init; }

    /// <summary>From what people give to <c>terraform import</c> to the id in the cloud; by default the same.</summary>
    public Func<string, string>? ImportedId { get; init; }
}

/// <summary>
/// What a data source returns for an object that was not created here. Whatever exists of the resource type of its name is found
/// first; without an answer of its own, what it is asked for is taken to exist as it is asked for.
/// </summary>
public sealed record CloudData(string Name)
{
    /// <summary>Settles what the configuration leaves open.</summary>
    public required Func<CreateContext, Attributes, Attributes> Answer { get; init; }
}
