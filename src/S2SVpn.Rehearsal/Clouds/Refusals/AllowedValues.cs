using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>Arguments that take one of a few words: the provider itself refuses any other, before a cloud is asked.</summary>
public abstract class AllowedValues : Refusal
{
    /// <summary>The words of each argument, by type and argument.</summary>
    private protected abstract IReadOnlyList<(string Type, string Argument, string[] Words)> All { get; }

    internal override string? Why(RefusalContext context) =>
        (from each in All
         where each.Type == context.Type
         from word in context.Values.At(each.Argument).SelectMany(Texts)
         where !each.Words.Contains(word, StringComparer.Ordinal)
         select $"expected {each.Argument} to be one of [{string.Join(" ", each.Words)}], got {word}").FirstOrDefault();

    private static IEnumerable<string> Texts(Value value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(Texts),
        _ => [],
    };

    /// <summary>The same for the arguments of both tunnels.</summary>
    private protected static IEnumerable<(string, string, string[])> Both(string type, string argument, params string[] words) =>
        [(type, $"tunnel1_{argument}", words), (type, $"tunnel2_{argument}", words)];
}
