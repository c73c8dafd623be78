using HashiCorp.Cdktf;
using S2SVpn.Constructs.Stacks;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.App.Commands;

/// <summary>What the program does with no command: request to Terraform JSON. cdktf calls it like this.</summary>
public static class SynthCommand
{
    private const string DefaultFolder = "cdktf.out";

    public static int Run(string file, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        using var start = CdktfStart.Begin();
        if (RequestLoader.Load(file, terminal) is not { } loaded)
        {
            return 1;
        }

        // cdktf names another folder in this variable when it has to.
        var folder = Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } given ? given : DefaultFolder;
        if (Problem(loaded.Plan, folder) is { } problem)
        {
            terminal.Error.WriteLine($"error: {problem} Nothing was written.");
            return 1;
        }

        try
        {
            terminal.Progress("Synthesizing the request.");
            // Written whole or not at all: a full disk or a folder in the way leaves what was there.
            using var whole = Scratch.Create();
            start.Wait();
            Synthesize(loaded.Plan, whole.Path);
            FileReplacement.CopyAll(whole.Path, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }

        SynthReport.Write(loaded.Plan, folder, terminal);
        return 0;
    }

    /// <param name="plan">The plan.</param>
    /// <param name="folder">Where it is written; null for nowhere that lasts.</param>
    internal static string? Problem(ConnectivityPlan plan, string? folder) =>
        StackSupport.Missing(plan)
            .Select(missing => $"{missing} can be planned and checked, but not built.")
            .Concat((folder is null ? [] : OrphanedState.In(folder, plan.Terraform.Stacks.Select(stack => stack.Name))).Select(state =>
                $"{state} is the state of a stack that this request no longer has, and 'cdktf synth' would delete it. Destroy that stack first ('terraform destroy' in its folder), or move the file away."))
            .Concat(NodeRuntime.IsThere ? [] : ["Node.js was not found, and CDKTF runs in it. Install Node.js 22 or later (20 works) from nodejs.org and run the command again."])
            .FirstOrDefault();

    internal static void Synthesize(ConnectivityPlan plan, string folder)
    {
        // CDKTF's Node.js leaves two folders behind.
        using var temporary = Scratch.UseForTemporaryFiles();
        Endings.Hold(() =>
        {
            var app = new HashiCorp.Cdktf.App(new AppConfig { Outdir = folder });
            // By now there is a Node.js, and jsii ends it with the process.
            Scratch.DeleteAfterOthers();
            S2SVpnStack.Add(app, plan);
            app.Synth();
        });
    }
}
