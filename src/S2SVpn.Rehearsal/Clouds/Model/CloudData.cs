using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>
/// What a data source returns for an object that was not created here. Whatever exists of the resource type of its name is found
/// first; without an answer of its own, what it is asked for is taken to exist as it is asked for.
/// </summary>
public sealed record CloudData(string Name)
{
    /// <summary>Settles what the configuration leaves open.</summary>
    public required Func<CreateContext, Attributes, Attributes> Answer { get; init; }
}
