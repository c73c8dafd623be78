using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace S2SVpn.Benchmarks;

/// <summary>
/// Few, short rounds in this process: BenchmarkDotNet's usual way makes a project up, which the build settings of this
/// repository are not meant for.
/// </summary>
internal sealed class InThisProcess : ManualConfig
{
    public InThisProcess() => AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(5)
        .WithIterationCount(10)
        .WithMinIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(250)));
}
