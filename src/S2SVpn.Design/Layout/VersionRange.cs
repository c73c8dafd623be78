using System.Globalization;

namespace S2SVpn.Design.Layout;

/// <summary>
/// The versions that a constraint of Terraform allows, from the least one up to the first one that is too new. What !=
/// takes out of the middle does not matter here.
/// (developer.hashicorp.com/terraform/language/expressions/version-constraints)
/// </summary>
internal sealed record VersionRange(Version Least, Version? Below)
{
    private static readonly Version Zero = new(0, 0, 0);

    // developer.hashicorp.com/terraform/language/v1.10.x/upgrade-guides
    private static readonly Version LockFile = new(1, 10, 0);

    public bool IsEmpty => Below is not null && Least >= Below;

    /// <summary>Whether every Terraform that a constraint allows knows the lock file in S3.</summary>
    public static bool KnowsLockFile(string constraint) => Of(constraint).Least >= LockFile;

    public static VersionRange Of(string constraint) => constraint.Split(',', StringSplitOptions.TrimEntries)
        .Select(One)
        .Aggregate((one, other) => new VersionRange(
            one.Least > other.Least ? one.Least : other.Least,
            one.Below is null || other.Below < one.Below ? other.Below ?? one.Below : one.Below));

    public bool Contains(VersionRange other) =>
        Least <= other.Least && (Below is null || (other.Below is not null && other.Below <= Below));

    private static VersionRange One(string part)
    {
        var word = part.TrimStart('=', '!', '<', '>', '~');
        var numbers = word.Trim().Split('.').Select(number => int.TryParse(number, CultureInfo.InvariantCulture, out var value)
            ? value
            : int.MaxValue - 1).ToArray();
        var version = At(numbers);
        var next = new Version(version.Major, version.Minor, version.Build + 1);
        return part[..^word.Length] switch
        {
            ">=" => new VersionRange(version, null),
            ">" => new VersionRange(next, null),
            "<" => new VersionRange(Zero, version),
            "<=" => new VersionRange(Zero, next),
            "!=" => new VersionRange(Zero, null),
            // Only the last number may grow; of a single one, all of it.
            "~>" => new VersionRange(version, numbers.Length == 1 ? null : At([.. numbers[..^2], numbers[^2] + 1])),
            _ => new VersionRange(version, next),
        };
    }

    private static Version At(int[] numbers) =>
        new(numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
}
