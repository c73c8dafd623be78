using S2SVpn.Design.Planning;

namespace S2SVpn.App.Diagrams;

/// <summary>
/// Gives everything of a plan its place in a picture: AWS on the left, Azure on the right, a row for each tunnel between them.
/// Rows follow the ends in AWS, so that only lines to Azure can cross, and no text is where they do.
/// </summary>
internal sealed class DiagramLayout
{
    private const double Margin = 20;
    private const double SiteGap = 28;
    private const double Straight = 24;
    private const double Crossing = 150;
    private const int Colours = 4;

    private readonly ConnectivityPlan _plan;
    private readonly List<Box> _boxes = [];
    private readonly List<Wire> _wires = [];
    private readonly List<Label> _labels = [];

    private DiagramLayout(ConnectivityPlan plan) => _plan = plan;

    public static Drawing Of(ConnectivityPlan plan) => new DiagramLayout(plan).Draw();

    private Drawing Draw()
    {
        List<SiteSketch> aws = [.. _plan.AwsSites.Select(site => AwsSketch.Of(_plan, site))];
        List<SiteSketch> azure = [.. _plan.AzureSites.Select(site => AzureSketch.Of(_plan, site))];
        // A single site on either side: their gateways stand at one height, and their tunnels are straight.
        var head = aws.Count == 1 && azure.Count == 1 ? Math.Max(SiteLayout.HeadOf(aws[0]), SiteLayout.HeadOf(azure[0])) : 0;
        var subtitle = Subtitle();
        var top = Margin + TextStyle.Title.Leading + TextStyle.Plain.Leading + 12;

        var (left, leftBottom) = Column(aws, Margin, top, head, [], names: null);
        var rows = left.SelectMany(site => site.Ports).ToDictionary(port => port.Tunnel, port => port.Y);
        var leftWidth = left.Max(site => site.Width);
        var middle = Margin + leftWidth + Straight;
        var labelWidth = _plan.Tunnels.Select(RowWidth).DefaultIfEmpty(0).Max();
        azure = [.. azure.OrderBy(site => site.Ends.SelectMany(end => end.Tunnels).Select(tunnel => rows[tunnel]).DefaultIfEmpty(0).Average())];

        var (trial, _) = Column(azure, 0, top, head, rows, names: null);
        var ports = trial.SelectMany(site => site.Ports).ToDictionary(port => port.Tunnel, port => port.Y);
        var isStraight = ports.All(port => Math.Abs(rows[port.Key] - port.Value) < 0.5);
        var knee = middle + labelWidth;
        var rightEdge = knee + (isStraight ? Straight : Crossing);
        // Where lines cross, nobody has to follow one to know whose it is.
        var (right, rightBottom) = Column(azure, rightEdge, top, head, rows, isStraight ? null : Name);

        foreach (var site in left.Concat(right))
        {
            _boxes.AddRange(site.Boxes);
            _wires.AddRange(site.Wires);
            _labels.AddRange(site.Labels);
        }

        foreach (var (site, port) in left.SelectMany(site => site.Ports.Select(port => (site, port))))
        {
            AddTunnel(port, middle, knee, new Point(right.SelectMany(other => other.Ports).First(other => other.Tunnel == port.Tunnel).X, ports[port.Tunnel]));
        }

        var width = Math.Max(rightEdge + right.Max(site => site.Width), Margin + TextStyle.Plain.Width(subtitle)) + Margin;
        _labels.Add(new Label(_plan.Stem, TextStyle.Title, Margin, Margin + TextStyle.Title.Size));
        _labels.Add(new Label(subtitle, TextStyle.Plain, Margin, Margin + TextStyle.Title.Leading + TextStyle.Plain.Size));
        return new Drawing($"{_plan.Stem}: {subtitle}", width, Math.Max(leftBottom, rightBottom) + Margin, _boxes, _wires, _labels);
    }

    private static (List<SiteLayout> Sites, double Bottom) Column(List<SiteSketch> sites, double x, double top, double head, Dictionary<TunnelPlan, double> rows, Func<TunnelPlan, string>? names)
    {
        var width = sites.Max(site => SiteLayout.WidthOf(site, names));
        var placed = new List<SiteLayout>();
        foreach (var site in sites)
        {
            placed.Add(new SiteLayout(site, x, top, width, head, rows, names));
            top = placed[^1].Bottom + SiteGap;
        }

        return (placed, top - SiteGap);
    }

    private void AddTunnel(Port port, double middle, double knee, Point end)
    {
        var tunnel = port.Tunnel;
        var y = port.Y - 5;
        _wires.Add(new Wire(tunnel.IsUsed ? Colour(tunnel) : "unused", new Point(port.X, port.Y), new Point(knee, port.Y), end));
        _labels.Add(new Label($"{tunnel.AwsAddress}", TextStyle.Small, middle, y));
        _labels.Add(new Label(NameAndArrow(tunnel), TextStyle.Small, (middle + knee) / 2, y, Anchor.Middle));
        _labels.Add(new Label($"{tunnel.AzureAddress}", TextStyle.Small, knee, y, Anchor.End));
    }

    // The longer address counts twice, so that the name in the middle clears both.
    private double RowWidth(TunnelPlan tunnel)
    {
        var longest = Math.Max(TextStyle.Small.Width($"{tunnel.AwsAddress}"), TextStyle.Small.Width($"{tunnel.AzureAddress}"));
        return (2 * longest) + TextStyle.Small.Width(NameAndArrow(tunnel)) + 32;
    }

    private string Name(TunnelPlan tunnel) => SketchText.Joined(_plan.Links.Count > 1 ? tunnel.Link : null, tunnel.Id);

    private string NameAndArrow(TunnelPlan tunnel)
    {
        var arrow = tunnel switch { { IsUsed: false } => "unused", { Initiator: Initiator.Aws } => "\u2192", { Initiator: Initiator.Azure } => "\u2190", _ => "\u2194" };
        return $"{Name(tunnel)} {arrow}";
    }

    // By the Azure site that it leads to.
    private string Colour(TunnelPlan tunnel)
    {
        var site = _plan.Link(tunnel.Link).AzureSite;
        return FormattableString.Invariant($"tunnel c{_plan.AzureSites.Select(one => one.Name).ToList().IndexOf(site) % Colours}");
    }

    private string Subtitle()
    {
        var (links, tunnels) = (_plan.Links.Count, _plan.Tunnels.Count());
        var routing = string.Join(" and ", _plan.Links.Select(link => link.Routing == Design.Request.Routing.Bgp ? "BGP" : "static routes").Distinct());
        return FormattableString.Invariant($"{links} {(links == 1 ? "link" : "links")}, {tunnels} {(tunnels == 1 ? "tunnel" : "tunnels")}, {routing}. An arrow shows which end starts a tunnel.");
    }
}
