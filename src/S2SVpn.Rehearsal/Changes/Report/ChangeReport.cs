using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;

namespace S2SVpn.Rehearsal.Changes.Report;

/// <summary>All there is to say about a change.</summary>
public sealed record ChangeReport
{
    /// <summary>What it does; null where Terraform could not plan it.</summary>
    public ChangeForecast? Forecast { get; init; }

    /// <summary>Why it can't be applied at once, in a sentence; null where it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>The steps that get there, where there are any.</summary>
    public IReadOnlyList<ChangeStep> Steps { get; init; } = [];

    /// <summary>The lines of the request that a change comes from.</summary>
    public Func<PlannedChange, IReadOnlyList<string>> LinesOf { get; init; } = _ => [];

    /// <summary>Further notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The whole of it in one sentence.</summary>
    public string Head => Refusal is null ? ChangeSentence.Of(Forecast!) : $"This can't be applied at once: {Refusal.TrimEnd('.')}.";
}

/// <summary>One step on the way.</summary>
/// <param name="What">What to do, as an order.</param>
/// <param name="Request">The request to apply, as YAML; null for the one that was asked for, and where something is only destroyed.</param>
/// <param name="Forecast">What it does.</param>
public sealed record ChangeStep(string What, string? Request, ChangeForecast Forecast);
