using S2SVpn.App.Reports;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.App;

/// <summary>A request that was read and checked, and everything that was found.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Document">What was read; null where it could not be.</param>
/// <param name="Findings">In the order of the file.</param>
internal sealed record CheckedRequest(string Source, RequestDocument? Document, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing that was found stops it.</summary>
    public bool IsGood => Document is not null && !Findings.Any(finding => finding.Stops);

    /// <summary>The names of the environment's variables that were asked for.</summary>
    public IReadOnlyList<string> Variables { get; private init; } = [];

    public static CheckedRequest Read(string file)
    {
        var variables = new List<string>();
        var read = RequestFile.Read(file, name =>
        {
            variables.Add(name);
            return Environment.GetEnvironmentVariable(name);
        });
        return new CheckedRequest(read.Text, read.Document, [.. read.Findings, .. read.Document is null ? [] : RuleBook.Check(read.Document)]) { Variables = variables };
    }

    /// <summary>The findings for a terminal; nothing where there are none.</summary>
    public string Text(int width, bool color)
    {
        var options = new FindingTextOptions { Width = width, Color = color };
        return Findings.Count == 0 ? "" : new FindingText(Source, options with
        {
            Why = code => RuleBook.Find(code)?.Facts.Why ?? options.Why(code),
            More = code => RuleBook.Find(code) is null ? null : $"rules {code}",
        }).Render(Findings);
    }
}
