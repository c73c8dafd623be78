using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Rules;

/// <summary>A request as the rules look at it: what belongs together is found once, for all of them.</summary>
internal sealed class RuleContext
{
    private readonly Lazy<Reach> _reach;
    private readonly Lazy<ConnectivityPlan> _plan;

    public RuleContext(RequestDocument document)
    {
        Request = document.Request;
        Sources = document.Sources;
        AwsSites = Request.Aws.Select(site => new AwsView(site.Key, site.Value)).ToValueList();
        AzureSites = Request.Azure.Select(site => new AzureView(site.Key, site.Value)).ToValueList();
        Sites = [.. AwsSites, .. AzureSites];

        var aws = AwsSites.ToDictionary(site => site.Name, StringComparer.Ordinal);
        var azure = AzureSites.ToDictionary(site => site.Name, StringComparer.Ordinal);
        Links = Request.Links.Select((link, index) => new LinkView(Request, index, link)).ToValueList();
        foreach (var link in Links)
        {
            if (Request.EndsOf(link.Link) is { } ends)
            {
                link.ResolvedLink = new ResolvedLink(link, aws[ends.Aws], azure[ends.Azure]);
                link.ResolvedLink.Aws.ResolvedLinks.Add(link.ResolvedLink);
                link.ResolvedLink.Azure.ResolvedLinks.Add(link.ResolvedLink);
            }
        }

        ResolvedLinks = Links.Where(link => link.ResolvedLink is not null).Select(link => link.ResolvedLink!).ToValueList();

        _reach = new Lazy<Reach>(() => new Reach(this));
        _plan = new Lazy<ConnectivityPlan>(() => new Planner(Request).Plan());
    }

    public VpnRequest Request { get; }

    public SourceMap Sources { get; }

    public ValueList<AwsView> AwsSites { get; }

    public ValueList<AzureView> AzureSites { get; }

    /// <summary>The AWS sites, then the Azure ones.</summary>
    public ValueList<SiteView> Sites { get; }

    /// <summary>Every link, also one that joins nothing.</summary>
    public ValueList<LinkView> Links { get; }

    /// <summary>The links whose two sites are known.</summary>
    public ValueList<ResolvedLink> ResolvedLinks { get; }

    /// <summary>Which networks reach which.</summary>
    public Reach Reach => _reach.Value;

    /// <summary>What is made; only for rules that need the plan, since there is none of a request with errors.</summary>
    public ConnectivityPlan Plan => _plan.Value;

    /// <summary>What the rules found that do not come last.</summary>
    public ValueList<Finding> Found { get; set; } = [];

    /// <summary>The path as its author would write it.</summary>
    public string FormatPath(RequestPath path) => Sources.Locate(path).Path;
}
