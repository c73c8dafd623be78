using System.Globalization;
using BenchmarkDotNet.Running;
using S2SVpn.Benchmarks;

if (args is ["rehearse", var program, var request, var runs, .. var rest])
{
    var atOnce = rest is [var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : 1;
    return RehearsalRuns.Run(program, request, int.Parse(runs, CultureInfo.InvariantCulture), atOnce, [.. rest.Skip(1)]);
}

if (args is ["rehearse-examples", var built, var without, var with, .. var pairs])
{
    return RehearsalRuns.RunExamples(
        built, int.Parse(without, CultureInfo.InvariantCulture), int.Parse(with, CultureInfo.InvariantCulture), pairs is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1);
}

if (args is ["synth", var app, var times, .. var sizes])
{
    return await SynthRuns.RunAsync(app, int.Parse(times, CultureInfo.InvariantCulture), Numbers(sizes), Limit(sizes));
}

if (args is ["commands", var made, var often, .. var bounds])
{
    return CommandRuns.Run(made, int.Parse(often, CultureInfo.InvariantCulture), bounds is ["--bounded"]);
}

if (args is ["fleet", var published, .. var counts])
{
    return await FleetRuns.RunAsync(published, Numbers(counts), Limit(counts));
}

BenchmarkSwitcher.FromAssembly(typeof(DesignBenchmarks).Assembly).Run(args);
return 0;

static int[] Numbers(string[] words) => [.. words.Where(word => !word.StartsWith('-')).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];

static double? Limit(string[] words) =>
    words.FirstOrDefault(word => word.StartsWith("--at-most=", StringComparison.Ordinal)) is { } word ? double.Parse(word["--at-most=".Length..], CultureInfo.InvariantCulture) : null;
