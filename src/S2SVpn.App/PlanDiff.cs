using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;

namespace S2SVpn.App;

/// <summary>What plans of the real clouds do.</summary>
internal static class PlanDiff
{
    private const string StandardInput = "-";

    /// <param name="files">What <c>terraform show -json</c> printed, one for each stack in the order of the apply.</param>
    public static async Task<ChangeReport> ReadAsync(IReadOnlyList<string> files)
    {
        var plans = new List<PlannedStack>();
        foreach (var file in files)
        {
            plans.Add(PlannedStack.Read(plans.Count, file == StandardInput ? await Console.In.ReadToEndAsync() : await File.ReadAllTextAsync(file)));
        }

        return new ChangeReport { Forecast = ChangeForecast.Of(plans) };
    }
}
