using System.Globalization;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Report;

/// <summary>What a change interrupts, in one sentence.</summary>
public static class ChangeSentence
{
    // A longer list is cut.
    private const int MostNames = 8;

    public static string Of(ChangeForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Changes.Count == 0)
        {
            return "Nothing changes.";
        }

        var cut = forecast.Links.Where(link => link.Minutes > 0).ToList();
        var others = forecast.Tunnels.Where(tunnel => tunnel.Minutes > 0 && !cut.Exists(link => link.Name == tunnel.Link)).ToList();
        string[] parts =
        [
            .. cut.Select(link => link.Tunnels == 1
                ? $"tunnel {forecast.Tunnels.First(tunnel => tunnel.Link == link.Name).Name}, the only one of its link, is down for {About(link.Minutes)}"
                : $"{(link.Name == "link" ? "the link" : $"link {link.Name}")} is down for {About(link.Minutes)}, {(link.Tunnels == 2 ? "both" : $"all {link.Tunnels}")} tunnels at once{Each(forecast, link)}"),
            .. others.GroupBy(tunnel => About(tunnel.Minutes)).Select(group => group.Count() == 1
                ? $"tunnel {group.First().Name} is down for {group.Key}"
                : $"tunnels {Names([.. group.Select(tunnel => tunnel.Name)])} are down for {group.Key}{(InTurn([.. group]) ? ", not all at once" : "")}"),
        ];
        string[] replaced = forecast.Changes.Any(IsReplacedNetwork) ? ["What is in a replaced network is down too."] : [];
        string[] sentences =
        [
            .. parts.Length > 0 ? [$"{Capital(string.Join("; ", parts))}{(replaced.Length == 0 ? "; nothing else is" : "")}."]
                : forecast.Tunnels.Count > 0 ? ["No tunnel is down."]
                : forecast.Added.Count + forecast.Removed.Count == 0 ? ["There is no tunnel in it."] : Array.Empty<string>(),
            .. replaced,
            .. Whole(forecast.Removed, "is removed", "are removed"),
            .. Whole(forecast.Added, "is new", "are new", $", up after {About(forecast.Added.Select(tunnel => tunnel.At).DefaultIfEmpty(0).Max())}"),
        ];
        return string.Join(' ', sentences);
    }

    private static IEnumerable<string> Whole(IReadOnlyList<(string Name, double At)> tunnels, string one, string many, string more = "") => tunnels switch
    {
        [] => [],
        [var only] => [$"Tunnel {only.Name} {one}{more}."],
        _ => [$"Tunnels {Names([.. tunnels.Select(tunnel => tunnel.Name)])} {many}{more}."],
    };

    public static string About(double minutes) => minutes switch
    {
        < 1 => "less than a minute",
        < 1.5 => "about 1 minute",
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Round(minutes)} minutes"),
    };

    // Some of them may be down for longer than all of them.
    private static string Each(ChangeForecast forecast, LinkForecast link)
    {
        var minutes = forecast.Tunnels.Where(tunnel => tunnel.Link == link.Name).Select(tunnel => Math.Round(tunnel.Minutes)).ToList();
        return minutes.Max() <= Math.Round(link.Minutes) * 1.25 ? ""
            : minutes.Min().Equals(minutes.Max()) ? string.Create(CultureInfo.InvariantCulture, $" (each tunnel for {minutes.Max()} minutes)")
            : string.Create(CultureInfo.InvariantCulture, $" (each tunnel for {minutes.Min()} to {minutes.Max()} minutes)");
    }

    // A GatewaySubnet has only the gateway in it.
    private static bool IsReplacedNetwork(PlannedChange change) => change is { Replaces: true, Type: "aws_vpc" or "aws_subnet" or "azurerm_virtual_network" }
        or { Replaces: true, Type: "azurerm_subnet", Name: not "GatewaySubnet" };

    private static bool InTurn(IReadOnlyList<TunnelForecast> tunnels) =>
        tunnels.Select(tunnel => tunnel.Down).Aggregate((left, right) => Interval.Common(left, right)).Count == 0;

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
