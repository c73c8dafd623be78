using S2SVpn.Rehearsal.Tests.Lab;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Docs;

/// <summary>docs/troubleshooting.md has every cause that the program names, in its words, and no other.</summary>
public sealed class TroubleshootingTests
{
    // Shorter parts are values and names.
    private const int Sentence = 5;

    private static readonly string Page = Flat(File.ReadAllText(Repository.File("docs", "troubleshooting.md")));

    private static readonly IReadOnlyList<string> Causes =
    [
        .. Directory.EnumerateFiles(Repository.File("src", "S2SVpn.Rehearsal", "Lab", "Explain"), "*.cs")
            .Concat(Directory.EnumerateFiles(Repository.File("src", "S2SVpn.App", "Verifying"), "*.cs").Where(file => Path.GetFileName(file) != "VerifyReport.cs"))
            .SelectMany(StringLiterals.Of).Select(Flat),
    ];

    public static TheoryData<string> Parts => [.. Causes.SelectMany(Split).Where(part => part.Split(' ').Length >= Sentence).Distinct()];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Cause_OfTheProgram_IsOnThePage(string part) => Assert.Contains(part, Page, StringComparison.Ordinal);

    [Fact]
    public void Cause_OnThePage_IsOneOfTheProgram()
    {
        var said = string.Join('\n', Causes);
        var rows = File.ReadAllLines(Repository.File("docs", "troubleshooting.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith("| cause", StringComparison.Ordinal)).Select(line => Flat(line.Split('|')[1])).Where(cause => cause != "cause").ToList();

        Assert.True(rows.Count > 50, $"Only {rows.Count} rows.");
        Assert.All(rows.SelectMany(Split), part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    // A fault that a rehearsal has to find is known by what it says first.
    [Fact]
    public void Fault_OfTheLab_IsFoundUnderItsHeading()
    {
        var groups = File.ReadAllText(Repository.File("docs", "troubleshooting.md"));

        Assert.All(LabFaults.All.Select(fault => fault.Group).Distinct(), group => Assert.Contains($"`{group}`", groups, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Split(string cause) => cause.Split('…').Select(part => part.Trim(' ', '.', ';', ':', ')', '\'')).Where(part => part.Length > 0);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
