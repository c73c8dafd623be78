using System.CommandLine;
using S2SVpn.App.Reports;
using S2SVpn.Design.Rules;

namespace S2SVpn.App.Commands;

/// <summary>Lists the rules, or tells all about one of them.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var code = new Argument<string?>("code") { Description = "A rule's code, such as X001.", DefaultValueFactory = _ => null };
        RequestArgument.RefuseOptions(code);
        var markdown = new Option<bool>("--markdown") { Description = "Write docs/rules.md." };
        var command = new Command("rules", "List the rules that a request is checked by, or tell all about one.") { code, markdown };
        command.SetAction(parsed => Run(parsed.GetValue(code), parsed.GetValue(markdown), terminal));
        return command;
    }

    private static int Run(string? code, bool markdown, Terminal terminal)
    {
        if (markdown)
        {
            terminal.Out.Write(RulePages.Markdown());
            return 0;
        }

        if (code is null)
        {
            foreach (var rule in RuleBook.All)
            {
                terminal.Out.WriteLine($"{rule.Facts.Code}  {rule.Facts.Level,-7}  {rule.Facts.Title}");
            }

            return 0;
        }

        if (RuleBook.Find(code) is not { } found)
        {
            terminal.Error.WriteLine($"error: there is no rule {code}. 'rules' without a code lists them all.");
            return CommandLine.BadCall;
        }

        terminal.Out.Write(RulePages.Text(found.Facts, terminal.Width));
        return 0;
    }
}
