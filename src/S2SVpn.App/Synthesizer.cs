using S2SVpn.App.Commands;
using S2SVpn.Design.Planning;

namespace S2SVpn.App;

/// <summary>
/// Synthesizes requests in a temporary folder, of which nothing is left in the end. CDKTF's Node.js leaves folders behind in it, and
/// reads from them until then.
/// </summary>
internal sealed class Synthesizer : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s2svpn-synth-");
    private readonly string? _temporary = Environment.GetEnvironmentVariable(Variable);
    private int _count;

    public Synthesizer() => Environment.SetEnvironmentVariable(Variable, _folder.FullName);

    /// <summary>The JSON of each stack, in the order in which they are applied.</summary>
    public IReadOnlyList<string> Synthesize(ConnectivityPlan plan)
    {
        var folder = _folder.CreateSubdirectory($"{_count++}").FullName;
        SynthCommand.Synthesize(plan, folder);
        return [.. plan.Terraform.Stacks.Select(stack => File.ReadAllText(Path.Combine(folder, "stacks", stack.Name, "cdk.tf.json")))];
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _temporary);
        _folder.Delete(recursive: true);
    }
}
