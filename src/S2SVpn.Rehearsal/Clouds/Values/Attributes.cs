using System.Collections.Immutable;

namespace S2SVpn.Rehearsal.Clouds.Values;

/// <summary>An object, a map or a block: values by name. What is not in it is null.</summary>
public sealed record Attributes : Value
{
    private readonly ImmutableSortedDictionary<string, Value> _values;

    public Attributes(IEnumerable<KeyValuePair<string, Value>> values) =>
        _values = values.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Attributes Empty { get; } = new([]);

    public IEnumerable<string> Names => _values.Keys;

    public IReadOnlyDictionary<string, Value> Values => _values;

    public override bool IsFullyKnown => _values.Values.All(value => value.IsFullyKnown);

    public Value this[string name] => _values.GetValueOrDefault(name) ?? Null;

    public string? Text(string name) => (this[name] as TextValue)?.Text;

    public bool Flag(string name) => this[name] is FlagValue { Flag: true };

    /// <summary>A number, also one that is written as a text, as AWS writes an ASN.</summary>
    public decimal? Number(string name) => this[name] switch
    {
        NumberValue number => number.Number,
        TextValue text when decimal.TryParse(text.Text, out var number) => number,
        _ => null,
    };

    /// <summary>The known texts of a list or set.</summary>
    public IEnumerable<string> Texts(string name) => Items(name).OfType<TextValue>().Select(text => text.Text);

    /// <summary>The blocks of that name.</summary>
    public IEnumerable<Attributes> Blocks(string name) => Items(name).OfType<Attributes>();

    /// <summary>The first block of that name, where one is.</summary>
    public Attributes? Block(string name) => Blocks(name).FirstOrDefault();

    public IEnumerable<Value> Items(string name) => this[name] switch
    {
        ListValue list => list.Items,
        Attributes block => [block],
        _ => [],
    };

    public Attributes With(string name, Value value) => new(_values.SetItem(name, value));

    /// <summary>The same with a value where it was unknown; what is known stays.</summary>
    public Attributes SetIfUnknown(string name, Value value) => this[name].IsUnknown ? With(name, value) : this;

    /// <summary>The same with each of these put over what it has.</summary>
    public Attributes MergedWith(Attributes other) => new(_values.SetItems(other._values));

    /// <summary>What is at a path such as <c>block.attribute</c>: one value for each of the blocks.</summary>
    public IEnumerable<Value> At(string path) => path.Split('.', 2) is [var name, var rest] ? Blocks(name).SelectMany(block => block.At(rest)) : [this[path]];

    /// <summary>Every text in it, at any depth.</summary>
    public IEnumerable<string> AllTexts() => _values.Values.SelectMany(AllTexts);

    public bool Equals(Attributes? other) => other is not null && _values.SequenceEqual(other._values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _values)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static IEnumerable<string> AllTexts(Value value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(AllTexts),
        Attributes attributes => attributes.AllTexts(),
        _ => [],
    };
}
