using System.CommandLine;
using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Commands;

/// <summary>Shows what the program chose where the request is silent, and which line changes it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var request = RequestArgument.Create();
        var command = new Command("explain", "Show the tunnels and every choice the request left open, with the line that would change it.") { request };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(request), new Terminal()));
        return command;
    }

    private static int Run(string file, Terminal terminal)
    {
        if (RequestLoader.Load(file, terminal) is not { } loaded)
        {
            return 1;
        }

        terminal.Out.WriteLine(PlanTable.Tunnels(loaded.Plan, terminal.Width));
        terminal.Out.Write(PlanTable.Choices(PlanChoices.Of(loaded.Document, loaded.Plan), terminal.Width));
        terminal.Out.WriteLine();
        terminal.Out.Write(PlanTable.Notes(PlanNotes.Of(loaded.Plan), terminal.Width));
        return 0;
    }
}
