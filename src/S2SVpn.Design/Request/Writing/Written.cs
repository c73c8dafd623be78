namespace S2SVpn.Design.Request.Writing;

/// <summary>What is to be written.</summary>
internal abstract record Written
{
    /// <summary>In one line, with brackets around what has several parts.</summary>
    public abstract string Flow { get; }

    /// <summary>Whether it holds no map within a map or list, and so reads well in one line.</summary>
    public abstract bool IsFlat { get; }
}

/// <param name="Flow">The word, in quotes where it needs them.</param>
internal sealed record WrittenWord(string Flow) : Written
{
    public override string Flow { get; } = Flow;

    public override bool IsFlat => true;
}

internal sealed record WrittenList(IReadOnlyList<Written> Items) : Written
{
    public override string Flow => $"[{string.Join(", ", Items.Select(item => item.Flow))}]";

    public override bool IsFlat => Items.All(item => item is WrittenWord);
}

/// <param name="Entries">Each key, in quotes where it needs them, and its value.</param>
/// <param name="IsNamed">Whether the keys are names that the request gives.</param>
internal sealed record WrittenMap(IReadOnlyList<KeyValuePair<string, Written>> Entries, bool IsNamed) : Written
{
    public override string Flow => Entries.Count == 0 ? "{}"
        : $"{{ {string.Join(", ", Entries.Select(entry => $"{entry.Key}: {entry.Value.Flow}"))} }}";

    public override bool IsFlat => Entries.All(entry => entry.Value is not WrittenMap { Entries.Count: > 0 } && entry.Value.IsFlat);
}
