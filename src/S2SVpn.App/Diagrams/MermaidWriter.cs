using System.Globalization;
using System.Text;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Diagrams;

/// <summary>Writes the same topology as Mermaid, which GitHub and GitLab draw.</summary>
internal static class MermaidWriter
{
    public static string Write(ConnectivityPlan plan)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ends = new Dictionary<(TunnelPlan Tunnel, Cloud Cloud), string>();
        var sites = plan.AwsSites.Select(site => AwsSketch.Of(plan, site)).Concat(plan.AzureSites.Select(site => AzureSketch.Of(plan, site)));
        foreach (var (site, number) in sites.Select((site, index) => (site, index)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"s{number}");
            text.Append($"  subgraph {id}[\"{Text([site.Title, .. site.Lines])}\"]\n");
            text.Append($"    {id}g[\"{Text(site.Gateway)}\"]\n");
            foreach (var (end, index) in site.Ends.Select((end, index) => (end, index)))
            {
                var node = string.Create(CultureInfo.InvariantCulture, $"{id}e{index}");
                text.Append($"    {node}[\"{Text(end.Lines)}\"]\n    {id}g --- {node}\n");
                foreach (var tunnel in end.Tunnels)
                {
                    ends[(tunnel, site.Cloud)] = node;
                }
            }

            text.Append("  end\n");
            foreach (var (neighbour, index) in site.Beside.Select((neighbour, index) => (neighbour, index)))
            {
                var node = string.Create(CultureInfo.InvariantCulture, $"{id}n{index}");
                text.Append($"  {node}[\"{Text(neighbour.Lines)}\"]\n  {id}g -. {neighbour.How} .- {node}\n");
            }
        }

        foreach (var tunnel in plan.Tunnels)
        {
            var (from, to) = (ends[(tunnel, Cloud.Aws)], ends[(tunnel, Cloud.Azure)]);
            var name = $"{(plan.Links.Count > 1 ? $"{tunnel.Link} " : "")}{tunnel.Id}: {tunnel.Inside}";
            text.Append(tunnel.IsUsed ? $"  {from} == \"{Escaped(name)}\" === {to}\n" : $"  {from} -. \"{Escaped(name)} unused\" .- {to}\n");
        }

        return text.ToString();
    }

    private static string Text(IEnumerable<string> lines) => string.Join("<br/>", lines.Select(Escaped));

    private static string Escaped(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal).Replace("<", "#lt;", StringComparison.Ordinal);
}
