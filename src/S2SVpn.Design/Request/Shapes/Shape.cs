namespace S2SVpn.Design.Request.Shapes;

/// <summary>
/// What may stand in one place of a request. The shapes are read off the records once, and reading, writing and the
/// JSON Schema all follow them.
/// </summary>
internal abstract class Shape
{
    /// <summary>What is said of anything else that is given here, as a phrase that follows it.</summary>
    public abstract string MismatchPhrase { get; }

    /// <summary>Something good, as it would be written.</summary>
    public virtual string? Example => null;

    /// <summary>Whether one value can stand here.</summary>
    public abstract bool TakesScalar { get; }

    /// <summary>Whether a list can stand here.</summary>
    public virtual bool TakesList => false;
}
