using System.CommandLine;
using S2SVpn.App.Explaining;

namespace S2SVpn.App.Commands;

/// <summary>Tells in plain words what a request builds, how it works, and what the program chose.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command(
            "explain",
            "Show in plain words what is created where, how a packet travels, what happens when a part fails, and every choice the request left open, with the line that would change it.") { request, format };
        command.SetAction(parsed =>
        {
            if (RequestLoader.Load(parsed.GetRequiredValue(request), terminal) is not { } loaded)
            {
                return 1;
            }

            var explanation = Explanation.Of(loaded);
            terminal.Out.Write(parsed.GetValue(format) switch
            {
                "markdown" => ExplanationWriter.Markdown(explanation),
                "json" => ExplanationWriter.Json(explanation),
                _ => ExplanationWriter.Text(explanation, terminal.Width),
            });
            return 0;
        });
        return command;
    }
}
