using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Shapes;

namespace S2SVpn.Design.Request.Rendering;

/// <summary>
/// Finds what nobody may see of a file, by the way to it: what is given in place of a key's source, behind a name that says
/// secret, and behind names that a link doesn't know, whatever way it is written.
/// </summary>
internal sealed class SecretPlaces
{
    private static readonly KeyShape Keys = RecordShape.Of(typeof(Link)).Keys.First(key => key.NotShown);
    private static readonly ILookup<string, KeyShape> BelowKeys = Below((RecordShape)Keys.Shape).Append(Keys)
        .SelectMany(key => key.Names, (key, name) => (key, name)).ToLookup(pair => pair.name, pair => pair.key, StringComparer.Ordinal);

    private readonly List<(int From, int To)> _hidden = [];
    private readonly List<(int From, int To)> _areas = [];
    private readonly HashSet<(OutlineNode Node, Shape? Shape, Zone Zone)> _seen = [];

    public SecretPlaces(YamlOutline outline)
    {
        foreach (var root in outline.Roots)
        {
            // A file that is no map is no request: it may be a key's.
            Walk(root, RecordShape.Of(typeof(VpnRequest)), root.IsMap ? Zone.Shown : Zone.Hidden, 0);
        }
    }

    private enum Zone
    {
        Shown,

        /// <summary>Below a link: what it doesn't know is hidden.</summary>
        Link,

        Hidden,
    }

    /// <summary>Where these start and end in the text.</summary>
    public IReadOnlyList<(int From, int To)> Hidden => _hidden;

    /// <summary>Where secrets may stand, with the names before them.</summary>
    public IReadOnlyList<(int From, int To)> Areas => _areas;

    /// <summary>Whether the text breaks off where a secret may go on.</summary>
    public bool BreaksOff { get; private set; }

    // A file can be nested and repeat itself without end; deeper than any request is, all is hidden.
    private void Walk(OutlineNode node, Shape? shape, Zone zone, int depth)
    {
        if (!_seen.Add((node, shape, zone)))
        {
            return;
        }

        if (depth > Limits.Depth)
        {
            Hide(node);
        }
        else if (node.IsAlias)
        {
            HideIf(zone == Zone.Hidden, node);
            if (node.Target is { } target)
            {
                Walk(target, shape, zone, depth + 1);
            }
        }
        else if (node.Text is { } text)
        {
            // A link has maps where some write a key.
            var isOfLink = zone == Zone.Link || shape is RecordShape { Type: var type } && type == typeof(Link);
            HideIf(
                zone == Zone.Hidden || (isOfLink && shape is not null && Plain(shape) is not ScalarShape) ? !IsHarmless(Plain(shape), text)
                    : text.Contains("PRIVATE KEY", StringComparison.Ordinal) || (SecretWords.LooksLikeKey(text) && Plain(shape) is ScalarShape wanted && !wanted.TryRead(text, out _, out _)),
                node);
        }
        else if (node.IsMap)
        {
            Map(node, shape, zone, depth);
        }
        else
        {
            BreaksOff |= node.IsOpen && zone == Zone.Hidden;
            var item = (shape as ListShape ?? (shape as RecordShape)?.Shorthand?.Shape as ListShape)?.Item ?? shape;
            node.Parts.ForEach(part => Walk(part, item, zone, depth + 1));
        }
    }

    private void Map(OutlineNode map, Shape? shape, Zone zone, int depth)
    {
        BreaksOff |= map.IsOpen && zone == Zone.Hidden;
        var record = shape switch
        {
            ListShape { Item: RecordShape item } => item,
            MapShape { SingleName: not null, Item: RecordShape item } when map.Entries.Any(entry => item.TryKey(entry.Key.Text ?? "", out _)) => item,
            _ => shape as RecordShape,
        };
        zone = zone == Zone.Shown && record?.Type == typeof(Link) ? Zone.Link : zone;
        foreach (var (key, value) in map.Entries)
        {
            var (inner, below) = key.Text is not { } name ? (null, zone == Zone.Shown ? zone : Zone.Hidden)
                : name == "<<" ? (shape, zone)
                : record is null && shape is MapShape many ? Named(key, value, many, zone)
                : Known(key, name, record, zone);
            if (below == Zone.Hidden)
            {
                _areas.Add((key.From, value?.To ?? key.To));
            }

            if (key.Text is null)
            {
                Walk(key, null, below, depth + 1);
            }

            if (value is not null)
            {
                Walk(value, inner, below, depth + 1);
            }
            else
            {
                BreaksOff |= below == Zone.Hidden;
            }
        }
    }

    private (Shape? Shape, Zone Zone) Named(OutlineNode key, OutlineNode? value, MapShape map, Zone zone)
    {
        HideIf(SecretWords.LooksGenerated(key.Text!), key);
        // A map stands behind the name of a site; a text there may be a secret that was put among the sites.
        var isSecret = map.Item is ScalarShape ? SecretWords.IsSecretName(key.Text!)
            : value?.Text is { } text && IsSecretOrSuspect(key.Text!) && !(Plain(map.Item) is ScalarShape wanted && wanted.TryRead(text, out _, out _));
        return (map.Item, isSecret ? Zone.Hidden : zone);
    }

    private (Shape? Shape, Zone Zone) Known(OutlineNode node, string name, RecordShape? record, Zone zone)
    {
        if (record is not null && record.TryKey(name, out var key))
        {
            return (name == key.Name ? key.Shape : ((ListShape)key.Shape).Item, key.NotShown || SecretWords.IsPublicKeyName(name) ? Zone.Hidden : zone);
        }

        HideIf(!KeyFinder.MayShow(name, record, notShown: zone == Zone.Hidden), node);
        if (BelowKeys[name].FirstOrDefault() is { } elsewhere)
        {
            return (elsewhere.Shape, Zone.Hidden);
        }

        var meant = record is not null && !SecretWords.IsSecretName(name) && KeyFinder.Meant(record, name) is { } near && record.TryKey(near, out var one) ? one : null;
        return meant is not null ? (meant.Shape, meant.NotShown ? Zone.Hidden : zone)
            : (null, zone != Zone.Shown || IsSecretOrSuspect(name) ? Zone.Hidden : zone);
    }

    private static bool IsSecretOrSuspect(string name) => SecretWords.IsSecretName(name) || SecretWords.IsPublicKeyName(name) || SecretWords.IsSuspect(name);

    // What a word, a few digits or a variable's name gives away is nothing; a text is shown where it has to have a form that no key has.
    private static bool IsHarmless(Shape? shape, string text) => text.Length == 0 || SecretWords.IsPublicKey(text) || EnvText.IsOnlyAName(text) || shape switch
    {
        WordShape or FlagShape => ((ScalarShape)shape).TryRead(text, out _, out _),
        NumberShape => text.Length <= 3 && shape is ScalarShape number && number.TryRead(text, out _, out _),
        TextShape { Pattern: not null } form => form.TryRead(text, out _, out _),
        _ => false,
    };

    // What a value without its map or list is.
    private static Shape? Plain(Shape? shape) => shape switch
    {
        ListShape list => Plain(list.Item),
        RecordShape { Shorthand: { } key } => Plain(key.Shape),
        _ => shape,
    };

    private static IEnumerable<KeyShape> Below(RecordShape record) => record.Keys.SelectMany(key =>
        key.Shape is RecordShape inner ? Below(inner).Prepend(key) : [key]);

    private void HideIf(bool isSecret, OutlineNode node)
    {
        if (isSecret)
        {
            Hide(node);
        }
    }

    private void Hide(OutlineNode node) => _hidden.Add((node.From, node.To));
}
