using System.Collections;

namespace S2SVpn.Design.Request.Shapes;

/// <summary>A list. Its only item may stand without it, where that is one value.</summary>
internal abstract class ListShape(Shape item) : Shape
{
    public Shape Item => item;

    public override bool TakesScalar => item is ScalarShape;

    public override bool TakesList => true;

    public override string MismatchPhrase => item is ScalarShape scalar
        ? scalar.MismatchPhrase
        : $"is not a list of maps, each with {((RecordShape)item).SomeKeys}";

    public override string? Example => item.Example is { } example ? $"[{example}]" : null;

    public static IEnumerable<object> Items(object list) => ((IEnumerable)list).Cast<object>();

    public abstract object Make(IEnumerable<object> items);
}

internal sealed class ListShape<T>(Shape item) : ListShape(item)
{
    public override object Make(IEnumerable<object> items) => items.Cast<T>().ToValueList();
}
