using S2SVpn.Constructs.Stacks;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>From a request to the text of its configuration, as the program does it.</summary>
public static class Synthesis
{
    // The runtime of jsii is one for the whole process, and takes one call after the other.
    private static readonly SemaphoreSlim Runtime = new(1);

    public static string Starter { get; } = File.ReadAllText(Repository.File("s2svpn.yaml"));

    public static ConnectivityPlan Plan(string yaml)
    {
        var read = RequestReader.Read(yaml, "test.yaml", _ => null);
        Assert.True(read.Document is not null, string.Join('\n', read.Findings));
        return ConnectivityPlan.CreateUnchecked(read.Document.Request);
    }

    public static string Synthesize(string yaml)
    {
        using var folder = new TemporaryFolder();
        return Synthesize(Plan(yaml), folder.Path);
    }

    /// <summary>The text of a stack that somebody else wrote.</summary>
    public static string Synthesize(Func<Cdk.App, TerraformStack> stack)
    {
        using var folder = new TemporaryFolder();
        Runtime.Wait();
        try
        {
            var app = new Cdk.App(new AppConfig { Outdir = folder.Path });
            var id = stack(app).Node.Id;
            app.Synth();
            return File.ReadAllText(folder["stacks", id, "cdk.tf.json"]);
        }
        finally
        {
            Runtime.Release();
        }
    }

    public static string Synthesize(ConnectivityPlan plan, string folder) => Assert.Single(SynthesizeAll(plan, folder)).Text;

    /// <summary>The text of every stack of a plan, in the order in which they are applied.</summary>
    public static async Task<IReadOnlyList<string>> SynthesizeStacksAsync(ConnectivityPlan plan)
    {
        await Runtime.WaitAsync();
        try
        {
            using var folder = new TemporaryFolder();
            return [.. Write(plan, folder.Path).Select(stack => stack.Text)];
        }
        finally
        {
            Runtime.Release();
        }
    }

    /// <summary>Every stack of a plan with its text.</summary>
    internal static IReadOnlyList<(StackPlan Stack, string Text)> SynthesizeAll(ConnectivityPlan plan, string folder)
    {
        Runtime.Wait();
        try
        {
            return Write(plan, folder);
        }
        finally
        {
            Runtime.Release();
        }
    }

    private static IReadOnlyList<(StackPlan Stack, string Text)> Write(ConnectivityPlan plan, string folder)
    {
        var app = new Cdk.App(new AppConfig { Outdir = folder });
        S2SVpnStack.Add(app, plan);
        app.Synth();
        return [.. plan.Terraform.Stacks.Select(stack => (stack, File.ReadAllText(Path.Combine(folder, "stacks", stack.Name, "cdk.tf.json"))))];
    }
}
