using System.CommandLine;
using S2SVpn.Rehearsal.Offline;

namespace S2SVpn.App.Commands;

/// <summary>Runs a command against simulated clouds.</summary>
internal static class OfflineCommand
{
    public static Command Create(Terminal terminal)
    {
        var store = new Option<string?>("--store") { Description = "Keep the simulated clouds in this file from one run to the next. Left out, they take it that what Terraform's state names is there." };
        var real = new Option<string?>("--real") { Description = "'aws': use this machine's own AWS provider for init, validate and plan." };
        real.AcceptOnlyFromAmong("aws");
        var fault = new Option<string?>("--fault") { Description = "Make something slow or fail: 'aws_vpc create fails 1, aws_vpn_connection create takes 5s'." };
        var words = new Argument<string[]>("command") { Description = "The command and its arguments, behind --.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("offline", "Run a command (terraform, npx cdktf, a shell) against simulated clouds: nothing real is touched, and no account or network is needed.") { store, real, fault, words };
        command.SetAction((parsed, stop) => OfflineRun.RunAsync(
            new OfflineOptions
            {
                Store = parsed.GetValue(store),
                RealAws = parsed.GetValue(real) is not null,
                Faults = parsed.GetValue(fault),
                Command = parsed.GetRequiredValue(words),
            },
            terminal.Error,
            stop));
        return command;
    }
}
