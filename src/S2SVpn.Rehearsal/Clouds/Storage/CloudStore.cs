using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Storage;

/// <summary>
/// All that exists in the simulated clouds. Everything that asks and then changes has to happen within one
/// <see cref="Change{T}"/>, for Terraform asks for many things at once.
/// </summary>
public sealed class CloudStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Type, string Id), Attributes> _objects = [];
    private readonly HashSet<(string Type, string Id)> _deleted = [];
    private readonly Action<IReadOnlyList<CloudObject>>? _save;

    /// <param name="adopts">
    /// Whether something that Terraform's state has and the store has not is taken to exist. That is what a store without a
    /// file needs, for it forgets at the end of a run. Without it such a thing counts as deleted behind Terraform's back.
    /// </param>
    /// <param name="objects">What exists from the start.</param>
    /// <param name="save">What to do after each change.</param>
    public CloudStore(bool adopts = false, IEnumerable<CloudObject>? objects = null, Action<IReadOnlyList<CloudObject>>? save = null)
    {
        Adopts = adopts;
        _save = save;
        foreach (var item in objects ?? [])
        {
            _objects[(item.Type, item.Id)] = item.Values;
        }
    }

    public bool Adopts { get; }

    public IReadOnlyList<CloudObject> Objects => Change(() => (IReadOnlyList<CloudObject>)
        [.. _objects.Select(entry => new CloudObject(entry.Key.Type, entry.Key.Id, entry.Value)).OrderBy(item => item.Type, StringComparer.Ordinal).ThenBy(item => item.Id, StringComparer.Ordinal)]);

    public IEnumerable<CloudObject> OfType(string type) => Objects.Where(item => item.Type == type);

    /// <summary>Does several things with nothing else coming between.</summary>
    public T Change<T>(Func<T> change)
    {
        lock (_lock)
        {
            return change();
        }
    }

    public Attributes? Find(string type, string id) => Change(() => _objects.GetValueOrDefault((type, id)));

    /// <summary>What a state has, where the store adopts it and has not seen it being deleted.</summary>
    public Attributes? FindOrAdopt(CloudObject known) => Change(() =>
    {
        if (Find(known.Type, known.Id) is { } found)
        {
            return found;
        }

        if (!Adopts || _deleted.Contains((known.Type, known.Id)))
        {
            return null;
        }

        Put(known);
        return known.Values;
    });

    /// <summary>Whether something was there once, and is gone.</summary>
    public bool WasDeleted(string type, string id) => Change(() => _deleted.Contains((type, id)));

    public void Put(CloudObject item) => Change(() =>
    {
        _deleted.Remove((item.Type, item.Id));
        _objects[(item.Type, item.Id)] = item.Values;
        return Save();
    });

    public void Delete(string type, string id) => Change(() =>
    {
        _deleted.Add((type, id));
        _objects.Remove((type, id));
        return Save();
    });

    private bool Save()
    {
        _save?.Invoke(Objects);
        return true;
    }
}
