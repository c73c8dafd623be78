using S2SVpn.Rehearsal.Clouds.Engine;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types;

/// <summary>
/// How a data source answers. Without one, it finds what exists of the resource type of its name, and where nothing does,
/// takes for granted that what it is asked for exists.
/// </summary>
public sealed record CloudData(string Name)
{
    /// <summary>Settles what the configuration leaves open.</summary>
    public required Func<Making, Attributes, Attributes> Answer { get; init; }
}
