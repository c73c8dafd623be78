using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>What a refusal can look at.</summary>
/// <param name="Session">The configured provider.</param>
/// <param name="Store">All that exists.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Id">Its id; empty where it has none yet.</param>
/// <param name="Values">The configuration when validating, what is planned when writing, what is there when deleting.</param>
internal sealed record RefusalContext(ProviderSession Session, CloudStore Store, string Type, string Id, Attributes Values)
{
    /// <summary>What else the clouds do at the same time.</summary>
    public IReadOnlyList<OngoingOperation> Meanwhile { get; init; } = [];

    /// <summary>The others of the same type.</summary>
    public IEnumerable<CloudObject> Others => OthersOf(Type);

    public IEnumerable<CloudObject> OthersOf(string type) => Store.OfType(type).Where(item => item.Type != Type || item.Id != Id);

    /// <summary>What else holds this object's id in one of its attributes.</summary>
    public IEnumerable<CloudObject> Users => Store.Objects.Where(item => (item.Type, item.Id) != (Type, Id) && item.Values.AllTexts().Contains(Id, StringComparer.OrdinalIgnoreCase));

    public Attributes? Find(string type, string? id) => id is null ? null : Store.Find(type, id);
}
