namespace S2SVpn.Design.Planning;

/// <summary>Which zones of an AWS region a subnet gets when the request leaves them open.</summary>
internal static class AwsZones
{
    private static readonly ValueList<string> Usual = ["a", "b", "c"];

    // Regions in which not every account has a, b and c (their letters are mapped by account).
    private static readonly Dictionary<string, ValueList<string>> Others = new()
    {
        ["ap-northeast-1"] = ["a", "c", "d"],
        ["ca-central-1"] = ["a", "b", "d"],
        ["us-west-1"] = ["a", "c"],
    };

    public static ValueList<string> Of(string region) => Others.GetValueOrDefault(region, Usual);

    /// <summary>The zone in full, from a letter or from what is in full already.</summary>
    public static string Full(string region, string zone) => zone.Length == 1 ? region + zone : zone;
}
