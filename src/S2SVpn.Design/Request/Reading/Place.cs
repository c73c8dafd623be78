using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Reading;

/// <summary>Where reading is.</summary>
/// <param name="Path">The way there by the records.</param>
/// <param name="Written">The way there as it is written.</param>
/// <param name="Span">What to point at.</param>
/// <param name="Key">The key whose value is read; null for the whole request.</param>
/// <param name="NotShown">Whether no message may repeat what stands there.</param>
internal readonly record struct Place(RequestPath Path, RequestPath Written, SourceSpan Span, KeyShape? Key, bool NotShown)
{
    /// <summary>What a message calls it.</summary>
    public string Name => Written.IsRoot ? "the request" : Written.ToString();

    public FindingPlace Finding => new(Written.ToString(), Span);

    public Place Of(KeyShape key, string written, SourceSpan span) =>
        new(Path[key.Name], Written[written], span, key, NotShown || key.NotShown);

    /// <summary>A key that is filled by a value without a map.</summary>
    public Place Implied(KeyShape key) => this with { Path = Path[key.Name], Key = key, NotShown = NotShown || key.NotShown };

    public Place Named(string name, SourceSpan span) => this with { Path = Path[name], Written = Written[name], Span = span };

    /// <summary>The only entry of a map, without its name.</summary>
    public Place Lone(string name) => this with { Path = Path[name] };

    public Place Item(int index, SourceSpan span) => this with { Path = Path[index], Written = Written[index], Span = span };

    /// <summary>The only item of a list, without the list.</summary>
    public Place SingleItem() => this with { Path = Path[0] };
}
