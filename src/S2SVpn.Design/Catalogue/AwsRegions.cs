namespace S2SVpn.Design.Catalogue;

/// <summary>What is known of AWS's regions (docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html), as of November 2026.</summary>
internal static class AwsRegions
{
    private const string UsualZones = "abc";

    /// <summary>Regions are added now and then.</summary>
    public static ValueList<string> Known { get; } =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
        "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5",
        "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1", "eu-central-1",
        "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "eusc-de-east-1",
        "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2",
        "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2",
    ];

    // Those whose accounts see other letters than a, b and c.
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["ap-northeast-1"] = "abcd",
        ["ap-northeast-2"] = "abcd",
        ["ca-central-1"] = "abd",
        ["cn-north-1"] = "abd",
        ["us-east-1"] = "abcdef",
        ["us-west-2"] = "abcd",
    };

    /// <summary>The letters of the region's zones, over all accounts; null where the region isn't known.</summary>
    public static string? ZonesOf(string region) => Known.Contains(region) ? Zones.GetValueOrDefault(region, UsualZones) : null;

    /// <summary>
    /// The partition of the region (docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html): accounts,
    /// roles and ARNs are of one. Null where the region is of none that is known.
    /// </summary>
    public static string? PartitionOf(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["us", "gov", ..] => "aws-us-gov",
        ["us", "iso", ..] => "aws-iso",
        ["us", "isob", ..] => "aws-iso-b",
        ["us", "isof", ..] => "aws-iso-f",
        ["eu", "isoe", ..] => "aws-iso-e",
        ["eusc", ..] => "aws-eusc",
        [{ Length: 2 }, ..] => "aws",
        _ => null,
    };
}
