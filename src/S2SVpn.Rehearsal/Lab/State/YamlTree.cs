using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>A part of a YAML document: a text, a list or a map. Of two equal keys the last one counts, as in cloud-init.</summary>
internal sealed record YamlTree
{
    /// <summary>Null for a list or a map.</summary>
    public string? Text { get; private init; }

    /// <summary>Whether the text is written without quotes, so that it may stand for a number.</summary>
    public bool IsPlain { get; private init; }

    public IReadOnlyList<YamlTree> Items { get; private init; } = [];

    public IReadOnlyDictionary<string, YamlTree> Entries { get; private init; } = new Dictionary<string, YamlTree>();

    /// <summary>Every text in it.</summary>
    public IEnumerable<string> Texts => Text is { } text ? [text] : Items.Concat(Entries.Values).SelectMany(part => part.Texts);

    public YamlTree? this[string key] => Entries.GetValueOrDefault(key);

    /// <exception cref="YamlException">It is no YAML.</exception>
    public static YamlTree Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        return parser.TryConsume<DocumentStart>(out _) ? Next(parser, []) : new YamlTree();
    }

    private static YamlTree Next(Parser parser, Dictionary<string, YamlTree> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.GetValueOrDefault(alias.Value.Value) ?? new YamlTree();
        }

        var anchor = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        var tree = Part(parser, anchors);
        if (!anchor.IsEmpty)
        {
            anchors[anchor.Value] = tree;
        }

        return tree;
    }

    private static YamlTree Part(Parser parser, Dictionary<string, YamlTree> anchors)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlTree { Text = scalar.Value, IsPlain = scalar.Style == ScalarStyle.Plain };
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Next(parser, anchors));
            }

            return new YamlTree { Items = items };
        }

        parser.Consume<MappingStart>();
        var entries = new Dictionary<string, YamlTree>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(parser, anchors);
            entries[key.Text ?? ""] = Next(parser, anchors);
        }

        return new YamlTree { Entries = entries };
    }
}
