using System.Runtime.CompilerServices;

namespace S2SVpn.Tests.Support;

/// <summary>
/// Compares a text with the file <c>Class.Method.verified.ext</c> beside the test. The names are those of Verify, which not
/// every NuGet source has: a change to it would move no file.
/// </summary>
public static class Snapshot
{
    private const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    /// <summary>Whether what is found takes the place of what was expected.</summary>
    public static bool IsAccepted => IsSet(AcceptVariable);

    public static void Verify(string actual, string extension = "json", [CallerFilePath] string source = "", [CallerMemberName] string method = "") =>
        VerifyNamed(actual, method, extension, source);

    /// <summary>Compares with a snapshot of another name than the method's: a test of several cases has one for each.</summary>
    public static void VerifyNamed(string actual, string caseName, string extension = "json", [CallerFilePath] string source = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(source)}.{caseName}";
        var verified = Path.Combine(Path.GetDirectoryName(source)!, $"{name}.verified.{extension}");
        var received = Path.Combine(Path.GetDirectoryName(source)!, $"{name}.received.{extension}");
        actual = actual.ReplaceLineEndings("\n");

        if (IsAccepted && !Flavour.IsDefault)
        {
            Assert.Fail($"Snapshots are accepted with {Flavour.Default}: both flavours have the same files.");
        }

        if (IsAccepted || (!File.Exists(verified) && !IsSet("CI")))
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (expected is not null && !Flavour.IsDefault)
        {
            (expected, actual) = (Flavour.WithoutDifferences(expected), Flavour.WithoutDifferences(actual));
        }

        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        var difference = expected is null ? "There is no snapshot yet." : FirstDifference(expected, actual);
        Assert.Fail($"""
            {name} differs from its snapshot. {difference}
            expected: {verified}
            received: {received}
            To accept it: dotnet test -e {AcceptVariable}=1 --filter "FullyQualifiedName~{Path.GetFileNameWithoutExtension(source)}"
            """);
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        static string Excerpt(string[] lines, int from, char sign) =>
            string.Concat(lines.Skip(from).Take(4).Select(text => $"\n  {sign} {text}"));
        return $"First difference in line {line + 1}:{Excerpt(left, line, '-')}{Excerpt(right, line, '+')}";
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value != "false";
}
