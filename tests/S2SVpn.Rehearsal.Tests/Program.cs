using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Offline;
using Xunit.Runner.InProc.SystemConsole;

namespace S2SVpn.Rehearsal.Tests;

/// <summary>Runs the tests; or, as a process of its own, one command against simulated clouds or the inside of a lab.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["offline", var store, var real, var faults, .. var command] => OfflineRun.RunAsync(
            new OfflineOptions { Command = command, Store = Given(store), RealAws = real == "aws", Faults = Given(faults) },
            Console.Error),
        [LabInside.Word] => Task.FromResult(LabInside.Run()),
        _ => ConsoleRunner.Run(args),
    };

    private static string? Given(string argument) => argument == "-" ? null : argument;
}
