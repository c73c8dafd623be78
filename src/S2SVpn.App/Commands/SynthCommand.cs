using S2SVpn.Rehearsal.Files;

namespace S2SVpn.App.Commands;

/// <summary>What the program does with no command: request to Terraform JSON. cdktf calls it like this.</summary>
public static class SynthCommand
{
    private const string DefaultFolder = "cdktf.out";

    /// <summary>Where stacks are written. cdktf names another folder in this variable when it has to.</summary>
    internal static string Folder => Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } given ? given : DefaultFolder;

    public static int Run(string file, bool force, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var folder = Folder;
        var inputs = SynthInputs.Of(file);
        if (!force && inputs is not null && SynthRecord.StillTrue(folder, inputs) is { } record)
        {
            SynthReport.WriteUpToDate(record, folder, terminal);
            return 0;
        }

        using var start = CdktfStart.Begin();
        if (RequestLoader.Load(file, terminal) is not { } loaded)
        {
            return 1;
        }

        if (CdktfRun.Problem(loaded.Plan, folder) is { } problem)
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
            CdktfRun.Write(loaded.Plan, whole.Path);
            if (inputs is not null)
            {
                SynthRecord.Write(whole.Path, inputs, loaded);
            }

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
}
