using System.Runtime.CompilerServices;

// jsii has one Node.js for the whole process and is not thread-safe.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace S2SVpn.Constructs.Tests;

internal static class AssemblySettings
{
    [ModuleInitializer]
    internal static void SilenceNode() => Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,22");
}
