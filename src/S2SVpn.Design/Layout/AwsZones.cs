namespace S2SVpn.Design.Layout;

/// <summary>Which zones of an AWS region the subnets get when the request leaves them open.</summary>
internal static class AwsZones
{
    private static readonly ValueList<string> Usual = ["a", "b", "c"];

    // Regions in which few accounts have a, b and c: AWS maps the letters by account
    // (docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html).
    private static readonly Dictionary<string, ValueList<string>> Others = new()
    {
        ["ap-northeast-1"] = ["a", "c", "d"],
        ["ca-central-1"] = ["a", "b", "d"],
        ["us-west-1"] = ["a", "c"],
    };

    /// <summary>
    /// The letter for the subnet at that place in its VPC, in turn, so that a subnet added at the end moves none before it;
    /// null for the first: AWS takes a zone that the account has, and it stays when further subnets come.
    /// </summary>
    public static string? At(string region, int index)
    {
        var letters = Others.GetValueOrDefault(region, Usual);
        return index == 0 ? null : letters[index % letters.Count];
    }

    /// <summary>The zone in full, from a letter or from what is in full already.</summary>
    public static string Full(string region, string zone) => zone.Length == 1 ? region + zone : zone;
}
