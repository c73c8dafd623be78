using BenchmarkDotNet.Running;
using S2SVpn.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(DesignBenchmarks).Assembly).Run(args);
