using System.CommandLine;
using S2SVpn.App.Initializing;
using S2SVpn.App.Reports;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Commands;

/// <summary>Writes a first request.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The request to write.", DefaultValueFactory = _ => RequestArgument.DefaultFile };
        RequestArgument.RefuseOptions(file);
        var like = new Option<string?>("--like") { Description = $"Start from an example in place of questions: {string.Join(", ", Templates.Names)}." };
        like.AcceptOnlyFromAmong([.. Templates.Names]);
        var yes = new Option<bool>("--yes") { Description = "Ask nothing: every answer is the one in brackets." };
        var force = new Option<bool>("--force") { Description = "Overwrite the file if it is there." };
        var command = new Command("init", "Write a first request: five questions, or an example. It passes every rule.") { file, like, yes, force };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(like), parsed.GetValue(yes), parsed.GetValue(force), terminal));
        return command;
    }

    private static int Run(string file, string? like, bool yes, bool force, Terminal terminal)
    {
        if (File.Exists(file) && !force)
        {
            throw new UserException($"{file} is there already. Name another file, or overwrite it with --force.");
        }

        // An example is whole: there is nothing to ask.
        var text = like is null ? Questions.Ask(terminal, yes) : Templates.Example(like);
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{file} can't be written: {exception.Message}");
        }

        var request = CheckedRequest.Read(file);
        terminal.Error.Write(request.Text(terminal.Width, terminal.Color));
        if (!request.IsGood)
        {
            return 1;
        }

        terminal.Out.Write(PlanTable.Tunnels(ConnectivityPlan.CreateUnchecked(request.Document!.Request), terminal.Width));
        terminal.Out.WriteLine($"""

            Wrote {file}. Next:
              s2svpn explain {file}     what it builds, and what it leaves open
              s2svpn estimate {file}    what it costs a month
              s2svpn {file}             writes the Terraform JSON
            """);
        return 0;
    }
}
