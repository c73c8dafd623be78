using System.Collections.Concurrent;
using System.Globalization;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>Tries the mutants of an example, or a share of them, and tells of those that nobody noticed.</summary>
internal static class MutantRun
{
    /// <param name="example">The example's name.</param>
    /// <param name="atOnce">How many at the same time.</param>
    /// <param name="share">One in how many.</param>
    /// <param name="seed">Which of them.</param>
    public static async Task<int> RunAsync(string example, int atOnce, int share, int seed)
    {
        if (Examples.Example.Read(example).Stacks.Count > 1)
        {
            Console.Error.WriteLine($"{example} has several stacks. Mutants are made of examples with one stack only.");
            return 2;
        }

        var bench = await MutantBench.OfAsync(example);
        var mutants = Some(bench.Mutants(), share, seed);
        var (fates, wrong) = (new ConcurrentDictionary<string, int>(), 0);
        await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (mutant, _) =>
        {
            var (fate, said) = await bench.TryAsync(mutant);
            var noticed = IsNoticed(fate);
            var harmless = !noticed && HarmlessMutants.Has(mutant);
            fates.AddOrUpdate(harmless ? "Harmless" : $"{fate}", 1, (_, count) => count + 1);
            if (!noticed && !harmless)
            {
                Interlocked.Increment(ref wrong);
                Console.WriteLine($"{fate} {mutant}{(said.Length == 0 ? "" : $"\n    {said.Split('\n')[0][..Math.Min(600, said.Split('\n')[0].Length)]}")}");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example}: {mutants.Count} mutants; {string.Join(", ", fates.OrderBy(fate => fate.Key, StringComparer.Ordinal).Select(fate => $"{fate.Value} {fate.Key.ToLowerInvariant()}"))}."));
        return wrong == 0 ? 0 : 1;
    }

    public static bool IsNoticed(MutantFate fate) => fate is MutantFate.Refused or MutantFate.Explained or MutantFate.Same;

    public static List<Mutant> Some(IEnumerable<Mutant> mutants, int share, int seed)
    {
        var random = new Random(seed);
        return [.. mutants.Where(_ => random.Next(share) == 0)];
    }
}
