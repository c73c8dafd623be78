using System.Globalization;

namespace S2SVpn.Tests.Support;

/// <summary>The seed of tests with random input: a new one each time, or the one to replay.</summary>
public static class Seed
{
    public const string Variable = "S2SVPN_TEST_SEED";

    public static int Value { get; } = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();

    /// <summary>How to run a failed test again with the same input.</summary>
    public static string Replay(int seed) => string.Create(CultureInfo.InvariantCulture, $"Replay it with {Variable}={seed}.");
}
