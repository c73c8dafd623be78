using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>Arguments of which one has to be there, and no second one: the provider itself refuses the rest, before a cloud is asked.</summary>
public abstract class ExactlyOne : Refusal
{
    /// <summary>The arguments, by type.</summary>
    private protected abstract IReadOnlyList<(string Type, string[] Arguments)> All { get; }

    internal override string? Why(RefusalContext context) =>
        (from each in All
         where each.Type == context.Type
         // A block that isn't there is an empty list.
         let given = each.Arguments.Where(argument => context.Values[argument] is { IsNull: false } value && value != ListValue.Empty).ToList()
         where given.Count != 1
         select given.Count == 0
             ? $"one of `{string.Join(',', each.Arguments)}` must be specified"
             : $"only one of `{string.Join(',', each.Arguments)}` can be specified, but `{string.Join(',', given)}` were specified.").FirstOrDefault();
}
