using System.Collections.Concurrent;
using System.Globalization;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>Tries the mutants of an example, or a share of them, and tells of those that nobody noticed.</summary>
internal static class MutantRun
{
    // In place of an example.
    private const string Every = "every";

    /// <param name="example">The example's name; or <c>every</c>, for one mutant of each kind over all examples: each argument of each type, with each thing that can become of it.</param>
    /// <param name="atOnce">How many at the same time.</param>
    /// <param name="share">One in how many.</param>
    /// <param name="seed">Which of them.</param>
    /// <param name="patterns">Those alone, in the forms of harmless.txt; none for all.</param>
    public static async Task<int> RunAsync(string example, int atOnce, int share, int seed, string[] patterns)
    {
        if (example != Every && !HasOneStack(example))
        {
            Console.Error.WriteLine($"{example} has several stacks. Mutants are made of examples with one stack only.");
            return 2;
        }

        var mutants = Some(example == Every ? await OfEachKindAsync(seed) : await OfAsync(example), share, seed)
            .FindAll(each => patterns.Length == 0 || each.Mutant.Kinds.Any(kind => patterns.Any(pattern => HarmlessMutants.Is(kind, pattern))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example}: {mutants.Count} mutants to try."));
        var (fates, wrong) = (new ConcurrentDictionary<string, int>(), 0);
        await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (each, _) =>
        {
            var (bench, mutant) = each;
            var (fate, said) = await bench.TryAsync(mutant);
            var noticed = IsNoticed(fate);
            var harmless = !noticed && HarmlessMutants.Has(mutant);
            fates.AddOrUpdate(harmless ? "Harmless" : $"{fate}", 1, (_, count) => count + 1);
            if (!noticed && !harmless)
            {
                Interlocked.Increment(ref wrong);
                Console.WriteLine($"{fate} {mutant} ({bench.Example}){(said.Length == 0 ? "" : $"\n    {said.Split('\n')[0][..Math.Min(600, said.Split('\n')[0].Length)]}")}");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example}: {mutants.Count} mutants; {string.Join(", ", fates.OrderBy(fate => fate.Key, StringComparer.Ordinal).Select(fate => $"{fate.Value} {fate.Key.ToLowerInvariant()}"))}."));
        return wrong == 0 ? 0 : 1;
    }

    public static bool IsNoticed(MutantFate fate) => fate is MutantFate.Refused or MutantFate.Explained or MutantFate.Same;

    public static List<T> Some<T>(IEnumerable<T> mutants, int share, int seed)
    {
        var random = new Random(seed);
        return [.. mutants.Where(_ => random.Next(share) == 0)];
    }

    private static bool HasOneStack(string example) => Examples.Example.Read(example).Stacks.Count == 1;

    private static async Task<IEnumerable<(MutantBench Bench, Mutant Mutant)>> OfAsync(string example)
    {
        var bench = await MutantBench.OfAsync(example);
        return bench.Mutants().Select(mutant => (bench, mutant));
    }

    private static async Task<IEnumerable<(MutantBench Bench, Mutant Mutant)>> OfEachKindAsync(int seed)
    {
        var random = new Random(seed);
        var kinds = new SortedDictionary<string, ((MutantBench, Mutant) Chosen, int Seen)>(StringComparer.Ordinal);
        foreach (var example in Examples.Example.Names.Where(HasOneStack))
        {
            foreach (var each in await OfAsync(example))
            {
                // Each of a kind is as likely as any other, and only one of them is kept.
                var kind = $"{each.Mutant.Type}.{each.Mutant.Argument} {each.Mutant.What}";
                var (chosen, seen) = kinds.GetValueOrDefault(kind, (each, 0));
                kinds[kind] = (random.Next(seen + 1) == 0 ? each : chosen, seen + 1);
            }
        }

        return kinds.Values.Select(kind => kind.Chosen);
    }
}
