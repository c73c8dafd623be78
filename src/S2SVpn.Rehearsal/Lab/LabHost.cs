using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>
/// Holds a rehearsal in labs of its own, from what Terraform recorded: one makes the checks, and where they hold, more of the
/// same kind share the drills with it, side by side.
/// </summary>
/// <param name="program">The program that answers to <see cref="LabInside.Argument"/>; by default this one.</param>
internal sealed class LabHost(IReadOnlyList<string>? program = null)
{
    /// <param name="states">Terraform's states, as text.</param>
    /// <param name="design">What was designed.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="fetched">The folder of the programs that were fetched for it; null where all are installed.</param>
    /// <param name="progress">Told of each thing as it happens, one at a time.</param>
    /// <param name="keep">Called while a kept lab is running, with the guide to it and the command that enters it.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">It could not be run.</exception>
    public async Task<LabReport> RunAsync(
        IReadOnlyList<string> states,
        LabDesign design,
        LabOptions options,
        string? fetched,
        Action<LabEvent>? progress = null,
        Func<string, IReadOnlyList<string>, Task>? keep = null,
        CancellationToken stop = default)
    {
        var job = new LabJob { States = states, Design = design, Options = options, Fetched = fetched };
        var shares = new DrillShares();
        var helpers = new List<Task>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var lab = LabProcess.Start(program);
        try
        {
            var report = await lab.RunAsync(job, shares.Of(Pass), KeepAsync, ended.Token);
            await EndedAsync();
            return report with { Drills = shares.Done };
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(helpers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Pass(LabEvent @event)
        {
            if (@event.Drills is { } ahead)
            {
                helpers.AddRange(Enumerable.Range(1, ahead.Labs - 1).Select(_ => HelpAsync()));
            }

            progress?.Invoke(@event);
        }

        async Task HelpAsync()
        {
            await using var helper = LabProcess.Start(program);
            await helper.RunAsync(job with { Helps = true }, shares.Of(PassDrill), _ => Task.CompletedTask, ended.Token);
        }

        void PassDrill(LabEvent @event)
        {
            if (@event.Drill is not null)
            {
                progress?.Invoke(@event);
            }
        }

        // Of one that could not be brought up the others took its share.
        async Task EndedAsync()
        {
            await Task.WhenAll(helpers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!shares.AreDone)
            {
                await Task.WhenAll(helpers);
            }
        }

        async Task KeepAsync(string guide)
        {
            await EndedAsync();
            await (keep?.Invoke(guide, lab.Entrance) ?? Task.CompletedTask);
        }
    }
}
