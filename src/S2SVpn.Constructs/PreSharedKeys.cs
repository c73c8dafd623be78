using Constructs;
using HashiCorp.Cdktf.Providers.Random.Password;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>Pre-shared keys, one a slot. They are made at apply and are nowhere in the configuration.</summary>
public sealed class PreSharedKeys : Construct
{
    private readonly Dictionary<string, string> _references;

    public PreSharedKeys(Construct scope, string id, IEnumerable<KeySlotPlan> slots) : base(scope, id)
    {
        // Letters alone: both clouds take them all, and AWS refuses a key that starts with a zero.
        _references = slots.ToDictionary(slot => slot.Name, slot => new Password(this, slot.Name, new PasswordConfig
        {
            Length = slot.Length ?? throw new ArgumentException($"Key slot {slot.Name} has no length, so its key can't be generated."),
            Special = false,
            Numeric = false,
        }).Result);
    }

    /// <summary>A reference to the key of a slot.</summary>
    public string this[string slot] => _references[slot];
}
