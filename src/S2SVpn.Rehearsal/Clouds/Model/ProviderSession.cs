using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>One configured provider: Terraform opens a connection for each alias, and configures it there.</summary>
public sealed class ProviderSession(SimulatedCloud cloud) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public SimulatedCloud Cloud { get; } = cloud;

    /// <summary>The provider block. What Terraform does not know yet while it plans is unknown.</summary>
    public Attributes Settings { get; set; } = Attributes.Empty;

    /// <summary>Whether Terraform asked to stop, as it does after Ctrl-C.</summary>
    public CancellationToken Stopped => _stop.Token;

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
