using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace S2SVpn.Design;

/// <summary>
/// An immutable map by name that keeps the order it was written in. It equals another with the same entries in the
/// same order: what is carved from a network depends on that order.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The pair of ValueList.")]
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private readonly KeyValuePair<string, T>[] _entries;
    private readonly Dictionary<string, T> _byName;

    internal ValueMap(KeyValuePair<string, T>[] entries)
    {
        _entries = entries;
        _byName = new Dictionary<string, T>(entries, StringComparer.Ordinal);
    }

    internal static ValueMap<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <summary>The names, in the order of the entries.</summary>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <summary>The values, in the order of the entries.</summary>
    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public T this[string key] => _byName[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _byName.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _byName.TryGetValue(key, out value);

    /// <inheritdoc/>
    public bool Equals(ValueMap<T>? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>The entries in their order.</summary>
    public override string ToString() => $"{{{string.Join(", ", _entries.Select(e => $"{e.Key}: {e.Value}"))}}}";
}

/// <summary>Makes a <see cref="ValueMap{T}"/>. A name given twice is an <see cref="ArgumentException"/>.</summary>
public static class ValueMap
{
    /// <summary>Makes a map of the entries; collection expressions call it.</summary>
    public static ValueMap<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> entries) =>
        entries.IsEmpty ? ValueMap<T>.Empty : new ValueMap<T>(entries.ToArray());

    /// <summary>Makes a map of the entries.</summary>
    public static ValueMap<T> ToValueMap<T>(this IEnumerable<KeyValuePair<string, T>> entries) =>
        Create<T>(entries.ToArray());
}
