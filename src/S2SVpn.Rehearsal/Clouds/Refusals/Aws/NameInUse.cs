using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>What AWS knows by its name, and takes once a region.</summary>
internal static class NameInUse
{
    public static bool Of(RefusalContext context, params string[] names) => context.Store.OfType(context.Type).Any(other =>
        names.All(name => other.Values[name] == context.Values[name]) && RegionOf(context, other.Values) == RegionOf(context, context.Values));

    private static string? RegionOf(RefusalContext context, Attributes values) => values.Text("region") ?? context.Session.Settings.Text("region");
}
