using System.Reflection;
using S2SVpn.Constructs.Stacks;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.App;

/// <summary>A plan becomes Terraform JSON, in CDKTF.</summary>
internal static class CdktfRun
{
    /// <summary>What deploys it: cdktf, or cdktn where the program is built with CDK Terrain.</summary>
    public static string Command { get; } = typeof(CdktfRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "CdkCommand").Value!;

    /// <summary>Why it can't be; null for nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">Where it is written; null for nowhere that lasts.</param>
    public static string? Problem(ConnectivityPlan plan, string? folder) =>
        (folder is null ? [] : OrphanedState.In(folder, plan.Terraform.Stacks.Select(stack => stack.Name)))
            .Select(state => $"{state} is the state of a stack that this request no longer has, and 'cdktf synth' would delete it. Destroy that stack first ('terraform destroy' in its folder), or move the file away.")
            .Concat(NodeRuntime.IsThere ? [] : ["Node.js was not found, and CDKTF runs in it. Install Node.js 22 or later (20 works) from nodejs.org and run the command again."])
            .FirstOrDefault();

    /// <summary>Writes its JSON into a folder.</summary>
    public static void Write(ConnectivityPlan plan, string folder)
    {
        // CDKTF's Node.js leaves two folders behind.
        using var temporary = Scratch.UseForTemporaryFiles();
        using var node = NodeRuntime.AsOneProcess();
        Endings.Hold(() =>
        {
            var app = new Cdk.App(new AppConfig { Outdir = folder });
            // By now there is a Node.js, and jsii ends it with the process.
            Scratch.DeleteAfterOthers();
            S2SVpnStack.Add(app, plan);
            app.Synth();
        });
    }
}
