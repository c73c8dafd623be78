using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Mutants;

/// <summary>
/// A share of what can be wrong with an example is noticed; all of it by
/// <c>dotnet tests/S2SVpn.Rehearsal.Tests/bin/Debug/net10.0/S2SVpn.Rehearsal.Tests.dll mutants minimal 2 1 0</c>.
/// </summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    // The same ones each time: what is found by chance is for the command.
    private const int Share = 50;
    private const int Seed = 1;

    [Fact]
    public async Task Mutants_OfTheSmallestExample_AreRefusedExplainedOrHarmless()
    {
        Workbench.FindTerraform();
        var bench = await MutantBench.OfAsync("minimal");
        var mutants = MutantRun.Some(bench.Mutants(), Share, Seed);

        Assert.NotEmpty(mutants);
        foreach (var mutant in mutants)
        {
            var (fate, said) = await bench.TryAsync(mutant);
            output.WriteLine($"{fate}: {mutant}");
            Assert.True(MutantRun.IsNoticed(fate) || HarmlessMutants.Has(mutant), $"{fate}: {mutant}\n{said}");
        }
    }

    [Fact]
    public void Harmless_Lines_AreEachOfAMutantAndHaveAReason()
    {
        var kinds = Example.Names.Select(Example.Read).SelectMany(example => example.Stacks).SelectMany(stack => new MutantMaker(stack.Json).All()).SelectMany(mutant => mutant.Kinds).Distinct().ToList();

        Assert.All(HarmlessMutants.All, line => Assert.True(line.Reason.Length > 5 && kinds.Exists(kind => HarmlessMutants.Is(kind, line.Pattern)), line.Pattern));
    }
}
