using System.CommandLine;
using S2SVpn.App.Permissions;
using S2SVpn.App.Reports;

namespace S2SVpn.App.Commands;

/// <summary>Tells what Terraform has to be allowed in both clouds.</summary>
internal static class PermissionsCommand
{
    private const string State = "The place of Terraform's state needs its own (terraform.backend). AWS can narrow Resource by tag once everything is there; Azure needs the role where the resource groups are made, and where existing networks, vaults and workspaces are.";

    public static Command Create(Terminal terminal)
    {
        var request = RequestArgument.Create();
        var format = new Option<string>("--format") { Description = "text: a table with sources; aws-policy: an IAM policy; azure-role: a custom role.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "aws-policy", "azure-role");
        var only = new Option<bool>("--plan-only") { Description = "What planning needs, without applying." };
        var command = new Command("permissions", "Show what Terraform has to be allowed in both clouds for a request, from the resource types that it would deploy.") { request, format, only };
        command.SetAction(parsed =>
        {
            if (RequestLoader.Load(parsed.GetRequiredValue(request), terminal) is not { } loaded)
            {
                return 1;
            }

            if (CdktfRun.Problem(loaded.Plan, folder: null) is { } problem)
            {
                throw new UserException(problem);
            }

            terminal.Progress("Synthesizing the request, to see what it deploys.");
            using var synthesizer = new Synthesizer();
            var needed = new NeededPermissions(synthesizer.Synthesize(loaded.Plan).SelectMany(NeededPermissions.TypesOf), parsed.GetValue(only));
            terminal.Out.Write(parsed.GetValue(format) switch
            {
                "aws-policy" => needed.AwsPolicy(),
                "azure-role" => needed.AzureRole(loaded.Plan.Stem, loaded.Plan.AzureSites.Select(site => site.Subscription).FirstOrDefault()),
                _ => Text(needed, terminal.Width),
            });
            return 0;
        });
        return command;
    }

    internal static string Text(NeededPermissions needed, int width) =>
        new TextTable<TypePermissions>(
            new("Type", type => type.Type),
            new("Actions", type => string.Join(' ', needed.Of(type)), Wraps: true),
            new("Source", type => type.Source, Wraps: true, GoesFirst: 1)).Write(needed.Types, width)
        + "\n" + string.Join('\n', TextWrapping.Wrap(State, width, width)) + "\n";
}
