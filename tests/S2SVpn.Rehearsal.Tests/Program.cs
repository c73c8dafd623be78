using System.Globalization;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Rehearsal.Tests.Lab;
using Xunit.Runner.InProc.SystemConsole;

namespace S2SVpn.Rehearsal.Tests;

/// <summary>Runs the tests; or, as a process of its own, one command against simulated clouds, the inside of a lab
/// many starts of one (<c>starts 200 2</c>: so many, two at once), or an example's mutants (<c>mutants minimal 2 1 0</c>: two at
/// once, all of them).</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["offline", var store, var real, var faults, .. var command] => OfflineRun.RunAsync(
            new OfflineOptions { Command = command, Store = Given(store), RealAws = real == "aws", Faults = Given(faults) },
            Console.Error),
        [LabInside.Argument] => Task.FromResult(LabInside.Run()),
        ["starts", var runs, var atOnce, .. var groups] =>
            LabStarts.RunAsync(int.Parse(runs, CultureInfo.InvariantCulture), int.Parse(atOnce, CultureInfo.InvariantCulture), groups),
        ["mutants", var example, var atOnce, var share, var seed, .. var patterns] => Mutants.MutantRun.RunAsync(
            example, int.Parse(atOnce, CultureInfo.InvariantCulture), int.Parse(share, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), patterns),
        _ => ConsoleRunner.Run(args),
    };

    private static string? Given(string argument) => argument == "-" ? null : argument;
}
