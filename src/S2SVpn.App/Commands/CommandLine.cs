using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace S2SVpn.App.Commands;

/// <summary>The command line: its verbs, its help, and how a call ends.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a call that can't be understood, where the verb has no other meaning for it.</summary>
    public const int BadCall = 2;

    private static readonly Option<bool> Debug = new("--debug") { Description = "Show where in the program an error came from.", Recursive = true };

    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        // 'help check' is what others call 'check --help'.
        var parsed = Root(terminal).Parse(arguments is ["help", .. var verb] && !File.Exists("help") ? [.. verb, "--help"] : arguments);
        if (Misplaced(parsed) is { } misplaced)
        {
            terminal.Error.WriteLine($"error: {misplaced}");
            return BadCall;
        }

        try
        {
            // Who stops a program waits until all that it started has ended.
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Timeout.InfiniteTimeSpan,
                Output = terminal.Out,
                Error = terminal.Error,
            });
            return parsed.Errors.Count > 0 && code != 0 && parsed.CommandResult.Command.Name != DiffCommand.Name ? BadCall : code;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped.");
            return Terminal.Stopped;
        }
        catch (UserException exception)
        {
            terminal.Error.WriteLine($"error: {exception.Message}");
            return exception.ExitCode;
        }
        catch (Exception exception) when (!parsed.GetValue(Debug))
        {
            terminal.Error.WriteLine($"error: {exception.Message} (--debug shows where it came from.)");
            return 1;
        }
    }

    // A file before the verb would be taken for that of a synth, and the verb would read another.
    private static string? Misplaced(ParseResult parsed) =>
        parsed.CommandResult.Command is not RootCommand && parsed.RootCommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault() is { } file
            ? $"The file stands after the verb: {parsed.CommandResult.Command.Name} {file.Value}"
            : null;

    public static RootCommand Root(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var force = new Option<bool>("--force") { Description = "Write the JSON even where nothing has changed since the last time." };
        var root = new RootCommand("Joins an AWS VPC and an Azure VNet by a site-to-site VPN: reads a request, checks it against both clouds' rules, and writes Terraform JSON.")
        {
            request,
            force,
            Debug,
            InitCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            DiagramCommand.Create(terminal),
            EstimateCommand.Create(terminal),
            PermissionsCommand.Create(terminal),
            KeysCommand.Create(terminal),
            ReportCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            PlanCommand.Create(terminal),
            DiffCommand.Create(terminal),
            MoveCommand.Create(terminal),
            RulesCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            OfflineCommand.Create(terminal),
            RehearseCommand.Create(terminal),
        };
        request.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && NearVerb.Of(word.Value, root.Subcommands) is { } verb)
            {
                result.AddError($"There is neither a file nor a verb '{word.Value}'. Did you mean '{verb}'?");
            }
        });
        root.SetAction(parsed => SynthCommand.Run(parsed.GetRequiredValue(request), parsed.GetValue(force), terminal));
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction usual } help)
        {
            help.Action = new ExampleHelp(usual);
        }

        return root;
    }
}
