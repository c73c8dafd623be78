namespace S2SVpn.Design.Request.Rendering;

/// <summary>A value of the file, with where it starts and ends in the text.</summary>
internal sealed class OutlineNode
{
    public required int From { get; init; }

    public required int To { get; set; }

    /// <summary>The text of a single value; null for a map, a list or an alias.</summary>
    public string? Text { get; init; }

    /// <summary>What an alias repeats.</summary>
    public OutlineNode? Target { get; init; }

    public bool IsAlias { get; init; }

    public bool IsMap { get; init; }

    /// <summary>The items of a list; in a map, keys and values take turns.</summary>
    public List<OutlineNode> Parts { get; } = [];

    /// <summary>Whether the text could not be read up to its end.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The keys of a map, with their values; the last may have none where the text breaks off.</summary>
    public IEnumerable<(OutlineNode Key, OutlineNode? Value)> Entries => Parts.Chunk(2).Select(pair => (pair[0], pair.ElementAtOrDefault(1)));
}
