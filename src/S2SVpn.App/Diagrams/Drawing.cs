namespace S2SVpn.App.Diagrams;

/// <summary>A picture, with everything in its place. In pixels, from the top left.</summary>
internal sealed record Drawing(string Title, double Width, double Height, IReadOnlyList<Box> Boxes, IReadOnlyList<Wire> Wires, IReadOnlyList<Label> Labels);

/// <param name="Kind">What it stands for; its colours follow.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal sealed record Box(string Kind, double X, double Y, double Width, double Height);

/// <summary>A line from left to right: straight up to its knee, and from there in a curve to its end.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Start">Its left end.</param>
/// <param name="Knee">Where the curve begins.</param>
/// <param name="End">Its right end.</param>
internal sealed record Wire(string Kind, Point Start, Point Knee, Point End);

internal readonly record struct Point(double X, double Y);

/// <summary>A line of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">How it is set.</param>
/// <param name="X">Its left edge, middle or right edge, by the anchor.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Anchor">Where it is held.</param>
internal sealed record Label(string Text, TextStyle Style, double X, double Y, Anchor Anchor = Anchor.Start)
{
    public double Left => Anchor switch { Anchor.Start => X, Anchor.Middle => X - (Style.Width(Text) / 2), _ => X - Style.Width(Text) };

    public double Right => Left + Style.Width(Text);

    public double Top => Y - (0.8 * Style.Size);

    public double Bottom => Y + (0.25 * Style.Size);
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A size of text. Widths are those of a fixed-width font, so that they hold whichever of its fonts a machine has.</summary>
/// <param name="Kind">The class of the style sheet.</param>
/// <param name="Size">The size of the font.</param>
internal sealed record TextStyle(string Kind, double Size)
{
    // Of the size: Menlo, Consolas, DejaVu Sans Mono and Liberation Mono lie between 0.55 and 0.602.
    private const double Advance = 0.605;

    public static readonly TextStyle Title = new("title", 18);
    public static readonly TextStyle Heading = new("heading", 14);
    public static readonly TextStyle Plain = new("plain", 12);
    public static readonly TextStyle Small = new("small", 11);

    public double Leading => Size * 1.4;

    public double Width(string text) => text.EnumerateRunes().Count() * Advance * Size;
}
