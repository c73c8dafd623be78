namespace S2SVpn.Constructs;

/// <summary>
/// What the ids of existing things in a site's plan stand for, where the stack itself makes those things and their real
/// ids are known only once it is applied. A plan holds no reference, so it has an id of one's own choice in each place.
/// </summary>
/// <example><code>
/// var vpc = new Vpc(this, "vpc", new VpcConfig { CidrBlock = "10.2.0.0/16" });
/// var plan = CheckedPlan.Create(request);  // its AWS network has Existing = "vpc-mine"
/// var aws = new AwsVpnSide(this, "aws", new() { Site = plan.AwsSite("aws"), References = new() { ["vpc-mine"] = vpc.Id } });
/// </code></example>
public sealed class StackReferences
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The reference that an id in the plan stands for.</summary>
    public string this[string id]
    {
        get => _references[id];
        set => _references[id] = value;
    }

    /// <summary>The reference that an id stands for; null for one that is a real id.</summary>
    internal string? Find(string id)
    {
        _used.Add(id);
        return _references.GetValueOrDefault(id);
    }

    /// <summary>The reference that an id stands for, or the id itself.</summary>
    internal string Of(string id) => Find(id) ?? id;

    /// <exception cref="ArgumentException">The plan has no such thing, so the reference would be without effect.</exception>
    internal void RequireAllUsed(string site, string kinds)
    {
        if (_references.Keys.FirstOrDefault(id => !_used.Contains(id)) is { } unused)
        {
            throw new ArgumentException($"The plan of the site {site} has no existing {kinds} {unused}. Give the reference the id that the request has.");
        }
    }
}
