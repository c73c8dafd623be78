namespace S2SVpn.Rehearsal.Offline;

/// <summary>A stack that Terraform applies to simulated clouds, in a folder on this machine that keeps its state.</summary>
/// <param name="Name">Its name, by which other stacks read its state.</param>
/// <param name="Folder">Its folder.</param>
internal sealed record LocalStack(string Name, string Folder)
{
    private const string File = "stack.tfstate";

    private string StateFile => Path.Combine(Folder, File);

    /// <param name="configuration">What was synthesized.</param>
    /// <param name="before">The stacks that were applied before it.</param>
    /// <exception cref="OfflineException">It reads the state of another stack.</exception>
    public Task WriteAsync(string configuration, IEnumerable<LocalStack> before) => TerraformProcess.WriteAsync(
        Folder, LocalStates.Use(configuration, File, before.DistinctBy(stack => stack.Name).ToDictionary(stack => stack.Name, stack => stack.StateFile, StringComparer.Ordinal)));

    public Task WriteStateAsync(string state, CancellationToken stop) => System.IO.File.WriteAllTextAsync(StateFile, state, stop);

    /// <summary>What Terraform recorded; null before the first apply.</summary>
    public async Task<string?> ReadStateAsync() => System.IO.File.Exists(StateFile) ? await System.IO.File.ReadAllTextAsync(StateFile) : null;
}
