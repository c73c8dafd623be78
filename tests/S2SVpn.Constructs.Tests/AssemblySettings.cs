using System.Runtime.CompilerServices;
using S2SVpn.Constructs.Tests;
using S2SVpn.Tests.Support;

// jsii has one Node.js for the whole process and is not thread-safe.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(StarterFirst))]

namespace S2SVpn.Constructs.Tests;

internal static class AssemblySettings
{
    [ModuleInitializer]
    internal static void SilenceNode() => Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,22");
}

/// <summary>Accepts the starter's snapshot before any other: the others leave out what it has, and would else have every new argument once more.</summary>
public sealed class StarterFirst
{
    public StarterFirst()
    {
        if (Snapshot.IsAccepted)
        {
            new StarterTests().Synth_Starter_IsThisConfiguration();
        }
    }
}
