using System.Text.Json;
using System.Text.Json.Serialization;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Report;

/// <summary>Writes a report about a change for programs.</summary>
internal static class ChangeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ChangeReport report) => JsonSerializer.Serialize(
        new
        {
            report.Head,
            Applies = report.Refusal is null,
            report.Refusal,
            Forecast = report.Forecast is { } forecast ? Forecast(forecast, report.LinesOf) : null,
            Steps = report.Steps.Select(step => new { step.What, step.Request, Forecast = Forecast(step.Forecast, _ => []) }),
            report.Notes,
        },
        Options) + "\n";

    private static object Forecast(ChangeForecast forecast, Func<PlannedChange, IReadOnlyList<string>> linesOf) => new
    {
        Minutes = Round(forecast.Minutes),
        Links = forecast.Links.Select(link => new { link.Name, Down = Times(link.Down) }),
        Tunnels = forecast.Tunnels.Select(tunnel => new { tunnel.Name, tunnel.Link, Down = Times(tunnel.Down) }),
        Added = forecast.Added.Select(tunnel => new { tunnel.Name, At = Round(tunnel.At) }),
        Removed = forecast.Removed.Select(tunnel => new { tunnel.Name, At = Round(tunnel.At) }),
        Changes = forecast.Changes.Select(change => new { change.Address, change.Type, change.Name, change.Action, change.Values, Lines = linesOf(change) }),
        Operations = forecast.Operations.Select(operation => new { operation.Kind, operation.Change.Address, From = Round(operation.Start), To = Round(operation.End), operation.IsEstimate, operation.Sources }),
    };

    private static IEnumerable<object> Times(IEnumerable<Interval> times) => times.Select(time => new { From = Round(time.Start), To = Round(time.End) });

    private static double Round(double minutes) => Math.Round(minutes, 1);
}
