using System.Globalization;
using System.Security;
using System.Text;

namespace S2SVpn.App.Diagrams;

/// <summary>Writes a picture as SVG that stands alone: no font, script or image from elsewhere.</summary>
internal static class SvgWriter
{
    private const string Light = "--page:#ffffff;--text:#1f2328;--soft:#59636e;--line:#57606a;--aws:#fff4e5;--aws-edge:#c77700;--azure:#e8f2ff;--azure-edge:#1f6feb;--gateway:#ffffff;--end:#f6f8fa;--edge:#8c959f;--tunnel:#1a7f37;--c1:#8250df;--c2:#bf3989;--c3:#9a6700";
    private const string Dark = "--page:#0d1117;--text:#e6edf3;--soft:#9da7b3;--line:#9da7b3;--aws:#2b2113;--aws-edge:#d29922;--azure:#10233d;--azure-edge:#58a6ff;--gateway:#0d1117;--end:#161b22;--edge:#6e7681;--tunnel:#3fb950;--c1:#bc8cff;--c2:#f778ba;--c3:#d29922";

    public static string Write(Drawing drawing, Theme theme)
    {
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"s2svpn\" viewBox=\"0 0 {drawing.Width:0.#} {drawing.Height:0.#}\" width=\"{drawing.Width:0.#}\" height=\"{drawing.Height:0.#}\" role=\"img\">\n"));
        svg.Append($"<title>{Escaped(drawing.Title)}</title>\n<style>{Style(theme)}</style>\n");
        svg.Append(Invariant($"<rect class=\"page\" width=\"{drawing.Width:0.#}\" height=\"{drawing.Height:0.#}\"/>\n"));
        foreach (var box in drawing.Boxes)
        {
            svg.Append(Invariant($"<rect class=\"{box.Kind}\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"6\"/>\n"));
        }

        foreach (var wire in drawing.Wires)
        {
            svg.Append($"<path class=\"{wire.Kind}\" d=\"{PathOf(wire)}\"/>\n");
        }

        foreach (var label in drawing.Labels)
        {
            var anchor = label.Anchor switch { Anchor.Start => "", Anchor.Middle => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
            svg.Append(Invariant($"<text class=\"{label.Style.Kind}\" x=\"{label.X:0.#}\" y=\"{label.Y:0.#}\"{anchor}>{Escaped(label.Text)}</text>\n"));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string PathOf(Wire wire)
    {
        var (start, knee, end) = (wire.Start, wire.Knee, wire.End);
        var middle = (knee.X + end.X) / 2;
        var rest = Math.Abs(knee.Y - end.Y) < 0.5 || Math.Abs(knee.X - end.X) < 0.5
            ? Invariant($"L{end.X:0.#} {end.Y:0.#}")
            : Invariant($"C{middle:0.#} {knee.Y:0.#} {middle:0.#} {end.Y:0.#} {end.X:0.#} {end.Y:0.#}");
        return Invariant($"M{start.X:0.#} {start.Y:0.#}L{knee.X:0.#} {knee.Y:0.#}") + rest;
    }

    private static string Style(Theme theme) => theme switch
    {
        Theme.Light => $".s2svpn{{{Light}}}",
        Theme.Dark => $".s2svpn{{{Dark}}}",
        _ => $".s2svpn{{{Light}}}@media(prefers-color-scheme:dark){{.s2svpn{{{Dark}}}}}",
    } + """
        .s2svpn text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;fill:var(--text)}
        .s2svpn .title{font-size:18px;font-weight:700}.s2svpn .heading{font-size:14px;font-weight:700}.s2svpn .plain{font-size:12px}.s2svpn .small{font-size:11px;fill:var(--soft)}
        .s2svpn .page{fill:var(--page)}.s2svpn .aws{fill:var(--aws);stroke:var(--aws-edge)}.s2svpn .azure{fill:var(--azure);stroke:var(--azure-edge)}
        .s2svpn .gateway{fill:var(--gateway);stroke:var(--edge)}.s2svpn .end,.s2svpn .neighbour{fill:var(--end);stroke:var(--edge)}
        .s2svpn path{fill:none;stroke:var(--line);stroke-width:1.5}.s2svpn .tunnel{stroke:var(--tunnel);stroke-width:2}.s2svpn .c1{stroke:var(--c1)}.s2svpn .c2{stroke:var(--c2)}.s2svpn .c3{stroke:var(--c3)}.s2svpn .unused{stroke-dasharray:4 4}.s2svpn .peering{stroke-dasharray:2 3}
        """.ReplaceLineEndings("\n");

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The colours of a picture.</summary>
internal enum Theme
{
    /// <summary>Those that its reader prefers.</summary>
    Auto,
    Light,
    Dark,
}
