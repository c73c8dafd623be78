using S2SVpn.Design;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.App;

/// <summary>From the request's file to its plan: reads, checks and says what is wrong.</summary>
public static class RequestLoader
{
    /// <returns>Null where an error stops it; everything that was found is written by then.</returns>
    public static LoadedRequest? Load(string file, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var read = RequestFile.Read(file, Environment.GetEnvironmentVariable);
        var findings = read.Findings.Concat(read.Document is null ? [] : RuleBook.Check(read.Document)).ToValueList();
        if (findings.Count > 0)
        {
            terminal.Error.Write(new FindingText(read.Text, Options(terminal)).Render(findings));
        }

        if (findings.Any(finding => finding.Stops) || read.Document is null)
        {
            terminal.Error.WriteLine("Nothing was written.");
            return null;
        }

        return new LoadedRequest(read.Document, ConnectivityPlan.CreateUnchecked(read.Document.Request));
    }

    private static FindingTextOptions Options(Terminal terminal)
    {
        var options = new FindingTextOptions { Width = terminal.Width, Color = terminal.Color };
        return options with { Why = code => RuleBook.Find(code)?.Facts.Why ?? options.Why(code), MoreCommand = "rules" };
    }
}

/// <summary>A request without errors, and its plan.</summary>
public sealed record LoadedRequest(RequestDocument Document, ConnectivityPlan Plan);
