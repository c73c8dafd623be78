using System.Globalization;
using System.Text;

namespace S2SVpn.Benchmarks;

/// <summary>A request of many sites and links, as a file.</summary>
internal static class LargeRequest
{
    private const int Sites = 200;

    private static readonly string[] Regions = ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "ap-southeast-2"];

    /// <summary>AWS sites and as many Azure sites, by default 200, and links between different pairs of them.</summary>
    public static string Write(int links, int sites = Sites)
    {
        var text = new StringBuilder("name: large\n");
        text.Append("aws:\n");
        for (var site = 0; site < sites; site++)
        {
            Append(text, $"  aws-{site}: {{ region: {Regions[site % Regions.Length]}, network: 10.{site}.0.0/16 }}\n");
        }

        text.Append("azure:\n");
        for (var site = 0; site < sites; site++)
        {
            Append(text, $"  azure-{site}: {{ location: westeurope, network: 172.{16 + (site / 16)}.{16 * (site % 16)}.0/20 }}\n");
        }

        text.Append("links:\n");
        for (var link = 0; link < links; link++)
        {
            // Each round joins every AWS site to another Azure site than the rounds before, all in the slot of the round.
            var round = link / sites;
            Append(text, $"  - {{ between: [aws-{link % sites}, azure-{(link + (7 * round)) % sites}], slot: {round} }}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
