using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Refusals;

/// <summary>All refusals.</summary>
public static class RefusalBook
{
    public static ValueList<Refusal> All { get; } = typeof(Refusal).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)
        .Select(type => (Refusal)Activator.CreateInstance(type)!)
        .OrderBy(refusal => refusal.GetType().FullName, StringComparer.Ordinal)
        .ToValueList();

    /// <summary>The first that applies.</summary>
    internal static CloudRefusedException? Find(RefusalTime when, RefusalContext context) => All
        .Where(refusal => refusal.Facts.When == when && Concerns(refusal.Facts, context))
        .Select(refusal => refusal.Why(context) is { } why ? new CloudRefusedException(refusal.Facts.Code, why) { IsRetried = refusal.Facts.IsRetried } : null)
        .FirstOrDefault(refused => refused is not null);

    private static bool Concerns(RefusalFacts facts, RefusalContext context) =>
        facts.Types.Any(type => type == context.Type || type == $"{context.Session.Cloud.Name}_*");
}
