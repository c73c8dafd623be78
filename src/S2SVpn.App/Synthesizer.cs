using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.App;

/// <summary>Synthesizes requests in a temporary folder.</summary>
internal sealed class Synthesizer : IDisposable
{
    private readonly ScratchFolder _folder = Scratch.Create();
    private int _count;

    /// <summary>The JSON of each stack, in the order in which they are applied.</summary>
    public IReadOnlyList<string> Synthesize(ConnectivityPlan plan)
    {
        var folder = _folder.CreateSubdirectory($"{_count++}").FullName;
        CdktfRun.Write(plan, folder);
        return [.. plan.Terraform.Stacks.Select(stack => File.ReadAllText(Path.Combine(folder, "stacks", stack.Name, "cdk.tf.json")))];
    }

    public void Dispose() => _folder.Dispose();
}
