namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>Something that a real cloud, or its provider, does not take. One class each.</summary>
public abstract class Refusal
{
    public abstract RefusalFacts Facts { get; }

    /// <summary>The message, where this is refused; null where it is not.</summary>
    internal abstract string? Why(RefusalContext context);
}
