namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>One example of each refusal, by the name of its class.</summary>
internal static class RefusalCases
{
    public static IReadOnlyDictionary<string, RefusalCase> All { get; } =
        new[] { AwsRefusalCases.All, AwsValueRefusalCases.All, AzureRefusalCases.All, AzureValueRefusalCases.All, ApplianceRefusalCases.All }.SelectMany(cases => cases).ToDictionary(entry => entry.Key, entry => entry.Value);
}
