namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>The starter, applied once for several tests that only look at its state.</summary>
public sealed class DeployedStarter : IAsyncDisposable
{
    private readonly Lazy<Task<(Workbench Bench, State State)>> _deployed = new(DeployAsync);

    /// <summary>Skips the test that asks where Terraform is missing.</summary>
    public async Task<State> StateAsync()
    {
        Workbench.FindTerraform();
        return (await _deployed.Value).State;
    }

    public async ValueTask DisposeAsync()
    {
        if (_deployed.IsValueCreated)
        {
            await (await _deployed.Value).Bench.DisposeAsync();
        }
    }

    private static async Task<(Workbench Bench, State State)> DeployAsync()
    {
        var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.ApplyAsync();
        return (bench, await bench.ShowAsync());
    }
}
