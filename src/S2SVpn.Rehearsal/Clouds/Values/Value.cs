using System.Globalization;

namespace S2SVpn.Rehearsal.Clouds.Values;

/// <summary>A value as Terraform has it: known, null, or to be known after an apply.</summary>
public abstract record Value
{
    public static Value Null { get; } = new NullValue();

    /// <summary>What an apply will tell.</summary>
    public static Value Unknown { get; } = new UnknownValue();

    public bool IsNull => this is NullValue;

    public bool IsUnknown => this is UnknownValue;

    /// <summary>Whether nothing in it is unknown.</summary>
    public virtual bool IsFullyKnown => true;

    public static implicit operator Value(string? text) => text is null ? Null : new TextValue(text);

    public static implicit operator Value(bool flag) => new FlagValue(flag);

    public static implicit operator Value(long number) => new NumberValue(number);

    /// <summary>A list of texts.</summary>
    public static Value Texts(params IEnumerable<string> texts) => new ListValue([.. texts.Select(text => (Value)text)]);

    private sealed record NullValue : Value;

    private sealed record UnknownValue : Value
    {
        public override bool IsFullyKnown => false;
    }
}

public sealed record TextValue(string Text) : Value
{
    public override string ToString() => Text;
}

public sealed record FlagValue(bool Flag) : Value
{
    public override string ToString() => Flag ? "true" : "false";
}

public sealed record NumberValue(decimal Number) : Value
{
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A list, a set or a tuple: they look the same on the wire.</summary>
public sealed record ListValue(ValueList<Value> Items) : Value
{
    public static ListValue Empty { get; } = new([]);

    public override bool IsFullyKnown => Items.All(item => item.IsFullyKnown);
}
