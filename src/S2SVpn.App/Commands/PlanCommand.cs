using System.CommandLine;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Commands;

/// <summary>Writes the whole plan as JSON: every name, address, number and key slot.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var command = new Command("plan", "Write the whole plan as JSON: every name, address, number and key slot that was decided.") { request };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(request), terminal));
        return command;
    }

    private static int Run(string file, Terminal terminal)
    {
        if (RequestLoader.Load(file, terminal) is not { } loaded)
        {
            return 1;
        }

        terminal.Out.Write(PlanJson.Write(loaded.Plan));
        return 0;
    }
}
