using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Diagrams;

/// <summary>One site in its place: its box, the gateway in it, a box for each end of tunnels in that, and its neighbours below.</summary>
internal sealed class SiteLayout
{
    private const double Pad = 12;
    private const double Row = 30;
    private const double NeighbourGap = 22;

    private readonly SiteSketch _site;
    private readonly double _x;
    private readonly Func<TunnelPlan, string>? _names;
    private readonly List<Box> _boxes = [];
    private readonly List<Wire> _wires = [];
    private readonly List<Label> _labels = [];
    private readonly List<Port> _ports = [];

    /// <param name="site">What it says.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="top">Its upper edge.</param>
    /// <param name="width">Its width.</param>
    /// <param name="head">The least height of what stands above the ends.</param>
    /// <param name="rows">The heights that its tunnels come from, where they are known: they enter in that order.</param>
    /// <param name="names">What to write where a tunnel enters; null for nothing.</param>
    public SiteLayout(SiteSketch site, double x, double top, double width, double head, IReadOnlyDictionary<TunnelPlan, double> rows, Func<TunnelPlan, string>? names)
    {
        (_site, _x, Width, _names) = (site, x, width, names);
        var y = Text(TextStyle.Heading, [site.Title], x + Pad, top + Pad);
        y = Text(TextStyle.Plain, site.Lines, x + Pad, y);
        // What is spare stands between the network and the gateway.
        var gatewayTop = top + Math.Max(head, HeadOf(site)) - GatewayHead(site);
        y = Text(TextStyle.Heading, site.Gateway.Take(1), x + (2 * Pad), gatewayTop + Pad);
        _ = Text(TextStyle.Plain, site.Gateway.Skip(1), x + (2 * Pad), y);
        y = top + Math.Max(head, HeadOf(site));
        foreach (var end in site.Ends)
        {
            y = End(end, y, rows) + Pad;
        }

        _boxes.Insert(0, new Box("gateway", x + Pad, gatewayTop, width - (2 * Pad), y - gatewayTop));
        _boxes.Insert(0, new Box(site.Cloud == Cloud.Aws ? "aws" : "azure", x, top, width, y + Pad - top));
        Bottom = y + Pad;
        foreach (var neighbour in site.Beside)
        {
            Neighbour(neighbour);
        }
    }

    public double Width { get; }

    public double Bottom { get; private set; }

    public IReadOnlyList<Box> Boxes => _boxes;

    public IReadOnlyList<Wire> Wires => _wires;

    public IReadOnlyList<Label> Labels => _labels;

    /// <summary>Where each tunnel meets the site's edge.</summary>
    public IReadOnlyList<Port> Ports => _ports;

    /// <summary>The height from the upper edge to the first end.</summary>
    public static double HeadOf(SiteSketch site) =>
        Pad + TextStyle.Heading.Leading + (site.Lines.Count * TextStyle.Plain.Leading) + Pad + GatewayHead(site);

    public static double WidthOf(SiteSketch site, Func<TunnelPlan, string>? names) => Math.Max(220, new[]
    {
        TextStyle.Heading.Width(site.Title) + (2 * Pad),
        Widest(TextStyle.Plain, site.Lines) + (2 * Pad),
        Widest(TextStyle.Heading, site.Gateway.Take(1)) + (4 * Pad),
        Widest(TextStyle.Plain, site.Gateway.Skip(1)) + (4 * Pad),
        Widest(TextStyle.Plain, site.Ends.SelectMany(end => end.Lines)) + (6 * Pad)
            + (names is null ? 0 : Widest(TextStyle.Small, site.Ends.SelectMany(end => end.Tunnels).Select(names))),
        Widest(TextStyle.Plain, site.Beside.SelectMany(neighbour => neighbour.Lines)) + (4 * Pad),
    }.Max());

    private static double Widest(TextStyle style, IEnumerable<string> lines) => lines.Select(style.Width).DefaultIfEmpty(0).Max();

    private static double GatewayHead(SiteSketch site) => Pad + TextStyle.Heading.Leading + ((site.Gateway.Count - 1) * TextStyle.Plain.Leading) + 8;

    private double End(EndSketch end, double top, IReadOnlyDictionary<TunnelPlan, double> rows)
    {
        var height = Math.Max(end.Lines.Count * TextStyle.Plain.Leading, end.Tunnels.Count * Row) + Pad;
        // The ends lie at the edge that looks at the other cloud.
        var (x, edge) = _site.Cloud == Cloud.Aws ? (_x + (2 * Pad), _x + Width) : (_x, _x + Width - (2 * Pad));
        _boxes.Add(new Box("end", x, top, edge - x, height));
        var textX = _names is null ? x + Pad : edge - Pad - Widest(TextStyle.Plain, end.Lines);
        _ = Text(TextStyle.Plain, end.Lines, textX, top + ((height - (end.Lines.Count * TextStyle.Plain.Leading)) / 2));
        var first = top + ((height - (end.Tunnels.Count * Row)) / 2) + (Row / 2);
        var ordered = rows.Count == 0 ? end.Tunnels : [.. end.Tunnels.OrderBy(tunnel => rows[tunnel])];
        _ports.AddRange(ordered.Select((tunnel, index) => new Port(tunnel, _site.Cloud == Cloud.Aws ? _x + Width : _x, first + (index * Row))));
        foreach (var (tunnel, index) in ordered.Select((tunnel, index) => (tunnel, index)).Where(_ => _names is not null))
        {
            _labels.Add(new Label(_names!(tunnel), TextStyle.Small, x + Pad, first + (index * Row) + 4));
        }

        return top + height;
    }

    private void Neighbour(NeighbourSketch neighbour)
    {
        var top = Bottom + NeighbourGap;
        var height = (neighbour.Lines.Count * TextStyle.Plain.Leading) + Pad;
        var x = _x + Pad;
        var y = Text(TextStyle.Plain, neighbour.Lines, x + Pad, top + (Pad / 2));
        _boxes.Add(new Box("neighbour", x, top, Width - (2 * Pad), height));
        var at = new Point(x + (2 * Pad), Bottom);
        _wires.Add(new Wire("peering", at, at, at with { Y = top }));
        _labels.Add(new Label(neighbour.How, TextStyle.Small, at.X + 8, top - 7));
        Bottom = Math.Max(top + height, y);
    }

    private double Text(TextStyle style, IEnumerable<string> lines, double x, double y)
    {
        foreach (var line in lines)
        {
            _labels.Add(new Label(line, style, x, y + style.Size));
            y += style.Leading;
        }

        return y;
    }
}

/// <param name="Tunnel">The tunnel.</param>
/// <param name="X">The edge of its site.</param>
/// <param name="Y">Its height there.</param>
internal sealed record Port(TunnelPlan Tunnel, double X, double Y);
