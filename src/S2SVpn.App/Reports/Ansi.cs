using S2SVpn.Design.Findings;

namespace S2SVpn.App.Reports;

/// <summary>ANSI colours, or none.</summary>
internal sealed class Ansi(bool on)
{
    public string Level(Finding finding, string text) => finding switch
    {
        { AcceptedBecause: not null } => Dim(text),
        { Stops: true } => With("1;31", text),
        _ => With("1;33", text),
    };

    public string Bold(string text) => With("1", text);

    public string Dim(string text) => With("2", text);

    private string With(string code, string text) => on && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
