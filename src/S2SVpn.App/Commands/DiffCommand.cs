using System.CommandLine;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Commands;

/// <summary>Compares two requests: what changes in the clouds, and what is replaced.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "The request as it is deployed." };
        var after = new Argument<string>("after") { Description = "The request as it shall be." };
        var command = new Command("diff", "Compare two requests: what changes in the clouds, what that replaces, and what is down meanwhile.") { before, after };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), new Terminal()));
        return command;
    }

    private static int Run(string before, string after, Terminal terminal)
    {
        if (RequestLoader.Load(before, terminal) is not { } old || RequestLoader.Load(after, terminal) is not { } young)
        {
            return 1;
        }

        terminal.Out.Write(PlanDiffText.Write(PlanDiff.Between(old.Plan, young.Plan)));
        return 0;
    }
}
