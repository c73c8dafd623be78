namespace S2SVpn.Design.Planning;

/// <summary>A flow's description, in the letters and the length that each cloud's filter rules take.</summary>
internal static class Descriptions
{
    // docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
    private const int AwsLimit = 255;
    private const string AwsMarks = ". _-:/()#,@[]+=&;{}!$*";

    // learn.microsoft.com/rest/api/virtualnetwork/security-rules/create-or-update
    private const int AzureLimit = 140;

    public static string Aws(FlowPlan flow) => Cut(
        new string(Of(flow).Select(letter => char.IsAsciiLetterOrDigit(letter) || AwsMarks.Contains(letter, StringComparison.Ordinal) ? letter : '-').ToArray()),
        AwsLimit);

    public static string Azure(FlowPlan flow) => Cut(Of(flow), AzureLimit);

    private static string Of(FlowPlan flow) => flow.Why ?? $"access {flow.Number}";

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
