using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Clouds;

/// <summary>Settings of the simulated clouds.</summary>
public sealed record CloudOptions
{
    /// <summary>What exists; by default nothing does.</summary>
    public CloudStore Store { get; init; } = new();

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>How long a provider goes on with what its cloud refuses for now, once Terraform does nothing else.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The providers' schemas; by default those in this program.</summary>
    public ValueMap<ProviderSchema>? Schemas { get; init; }

    /// <summary>Providers that are not simulated, such as <c>aws</c>.</summary>
    public ValueList<string> Real { get; init; } = [];
}
