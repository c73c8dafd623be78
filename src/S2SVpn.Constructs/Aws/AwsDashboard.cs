using System.Text.Json;
using System.Text.Json.Nodes;
using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Aws;

/// <summary>
/// One CloudWatch dashboard with a row for each link: the state of its tunnels, and what comes in and goes out through them.
/// Its form is that of docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html.
/// </summary>
public sealed class AwsDashboard : Construct
{
    // A dashboard is 24 units wide.
    private const int Width = 8;
    private const int Height = 6;
    private const int PeriodSeconds = 60;

    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Part of its Terraform name.</param>
    /// <param name="plan">Its name.</param>
    /// <param name="tunnels">What it shows, of any region of the account.</param>
    /// <param name="provider">The AWS provider of the site that it is made in; the stack's default one when left out.</param>
    public AwsDashboard(Construct scope, string id, DashboardPlan plan, IEnumerable<AwsTunnel> tunnels, TerraformProvider? provider = null) : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var widgets = tunnels.GroupBy(tunnel => tunnel.End.Tunnel.Link)
            .SelectMany((link, row) => Row(link.Key, [.. link], row * Height));
        _ = new CloudwatchDashboard(this, "Resource", new CloudwatchDashboardConfig
        {
            Provider = provider,
            DashboardName = plan.Name,
            DashboardBody = new JsonObject { ["widgets"] = new JsonArray([.. widgets]) }.ToJsonString(JsonSerializerOptions.Default),
        });
    }

    private static IEnumerable<JsonNode> Row(string link, IReadOnlyList<AwsTunnel> tunnels, int top) =>
    [
        Widget($"{link}: tunnels up", "TunnelState", "Maximum", tunnels, 0, top, new JsonObject { ["left"] = new JsonObject { ["min"] = 0, ["max"] = 1 } }),
        Widget($"{link}: bytes in", "TunnelDataIn", "Sum", tunnels, Width, top),
        Widget($"{link}: bytes out", "TunnelDataOut", "Sum", tunnels, 2 * Width, top),
    ];

    private static JsonObject Widget(string title, string metric, string statistic, IReadOnlyList<AwsTunnel> tunnels, int left, int top, JsonObject? axis = null)
    {
        var properties = new JsonObject
        {
            ["title"] = title,
            ["view"] = "timeSeries",
            ["region"] = tunnels[0].Region,
            ["stat"] = statistic,
            ["period"] = PeriodSeconds,
            // Ids and addresses are references, which Terraform finds within the text too.
            ["metrics"] = new JsonArray([.. tunnels.Select(tunnel => (JsonNode)new JsonArray(
                AwsAlarms.Namespace, metric, "VpnId", tunnel.ConnectionId, "TunnelIpAddress", tunnel.End.OutsideIp,
                new JsonObject { ["label"] = tunnel.End.Tunnel.Id }))]),
        };
        if (axis is not null)
        {
            properties["yAxis"] = axis;
        }

        return new JsonObject { ["type"] = "metric", ["x"] = left, ["y"] = top, ["width"] = Width, ["height"] = Height, ["properties"] = properties };
    }
}
