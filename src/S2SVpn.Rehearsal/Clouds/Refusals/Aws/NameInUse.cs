using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Aws;

/// <summary>What AWS knows by its name, and takes once a region.</summary>
internal static class NameInUse
{
    public static bool Of(Situation situation, params string[] names) => situation.Store.OfType(situation.Type).Any(other =>
        names.All(name => other.Values[name] == situation.Values[name]) && RegionOf(situation, other.Values) == RegionOf(situation, situation.Values));

    private static string? RegionOf(Situation situation, Attributes values) => values.Text("region") ?? situation.Session.Settings.Text("region");
}
