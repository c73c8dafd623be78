using System.Globalization;
using BenchmarkDotNet.Running;
using S2SVpn.Benchmarks;

if (args is ["rehearse", var program, var request, var runs])
{
    return RehearsalRuns.Run(program, request, int.Parse(runs, CultureInfo.InvariantCulture));
}

BenchmarkSwitcher.FromAssembly(typeof(DesignBenchmarks).Assembly).Run(args);
return 0;
