using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.App;

/// <summary>From the request's file to its plan: reads, checks and says what is wrong.</summary>
public static class RequestLoader
{
    /// <returns>Null where an error stops it; everything that was found is written by then.</returns>
    public static LoadedRequest? Load(string file, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var request = CheckedRequest.Read(file);
        terminal.Error.Write(request.Text(terminal.Width, terminal.Color));
        if (!request.IsGood)
        {
            terminal.Error.WriteLine("Nothing was written.");
            return null;
        }

        return new LoadedRequest(request.Document!, ConnectivityPlan.CreateUnchecked(request.Document!.Request))
        {
            Findings = request.Findings.Count,
            Variables = request.Variables,
        };
    }
}

/// <summary>A request without errors, and its plan.</summary>
public sealed record LoadedRequest(RequestDocument Document, ConnectivityPlan Plan)
{
    /// <summary>How many findings it had all the same.</summary>
    public int Findings { get; init; }

    /// <summary>The names of the environment's variables that it was filled from.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}
