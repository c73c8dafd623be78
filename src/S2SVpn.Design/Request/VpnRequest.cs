using System.ComponentModel;

namespace S2SVpn.Design.Request;

/// <summary>What is asked for: networks in AWS and Azure, and the VPN links between them.</summary>
[Description("A site-to-site VPN between AWS and Azure.")]
public sealed record VpnRequest
{
    [Description("The name of the request; every resource's name starts with it. Changing it replaces everything.")]
    [Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public required string Name { get; init; }

    [Description("The owner; written as a tag.")]
    public string? Owner { get; init; }

    [Description("The environment, such as prod or lab; written as a tag.")]
    public string? Environment { get; init; }

    [Description("Additional tags on all resources that support them.")]
    public ValueMap<string> Tags { get; init; } = [];

    [Description("The AWS site, or several by name.")]
    [OneOrMany("aws"), Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public required ValueMap<AwsSite> Aws { get; init; }

    [Description("The Azure site, or several by name.")]
    [OneOrMany("azure"), Pattern(PatternAttribute.Name, PatternAttribute.NameMeaning)]
    public required ValueMap<AzureSite> Azure { get; init; }

    [Description("The VPN links, each from one AWS site to one Azure site. Without any, one joins the only two sites.")]
    [Singular("link")]
    public ValueList<Link> Links { get; init; } = [new Link()];

    [Description("Which flows may cross the VPN. What is not listed is blocked.")]
    public ValueList<AccessFlow> Access { get; init; } = [];

    [Description("Small test machines on both sides.")]
    public Probes Probes { get; init; } = new();

    [Description("Alarms, logs, diagnostics and a dashboard.")]
    public Monitoring Monitoring { get; init; } = new();

    [Description("Where Terraform keeps its state, and how it runs.")]
    public TerraformSettings Terraform { get; init; } = new();

    [Description("Accepted warnings, each with a reason.")]
    public ValueList<Acceptance> Accept { get; init; } = [];

    /// <summary>The two sites that a link joins; null where it names none of ours, or leaves open which.</summary>
    public LinkEnds? EndsOf(Link link) => link.Between switch
    {
        [] when Aws.Count == 1 && Azure.Count == 1 => new LinkEnds(Aws.Keys.First(), Azure.Keys.First()),
        [var a, var b] when Aws.ContainsKey(a) && Azure.ContainsKey(b) => new LinkEnds(a, b),
        [var a, var b] when Aws.ContainsKey(b) && Azure.ContainsKey(a) => new LinkEnds(b, a),
        _ => null,
    };

    /// <summary>The link's own name, or <c>link</c> where there is one only, or its two sites' names.</summary>
    public string NameOf(Link link) =>
        link.Name ?? (Links.Count == 1 ? "link" : string.Join('-', link.Between));
}

/// <summary>The names of the two sites that a link joins.</summary>
public sealed record LinkEnds(string Aws, string Azure);

[Description("An accepted warning.")]
public sealed record Acceptance
{
    [Description("The code of the warning, such as X016.")]
    [Pattern("^(AWS|AZ|X|REQ)[0-9]{3}[a-z]?$", "the code of a rule, such as X016")]
    public required string Rule { get; init; }

    [Description("Why the warning does not matter here.")]
    public required string Because { get; init; }
}
