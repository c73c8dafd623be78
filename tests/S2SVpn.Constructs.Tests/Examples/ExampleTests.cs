using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Examples;

/// <summary>Every request in the folder examples: it says what it is for, keeps all rules, and becomes what the snapshot shows.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(Repository.File("examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_Header_SaysWhenAndForHowLong(string name)
    {
        var header = File.ReadLines(FileOf(name)).TakeWhile(line => line.Length == 0 || line.StartsWith('#')).ToArray();

        Assert.Equal("# yaml-language-server: $schema=../schema/s2svpn.schema.json", header[0]);
        Assert.Contains(header, line => line.StartsWith("# Use it ", StringComparison.Ordinal));
        Assert.Contains(header, line => line.StartsWith("# Time: ", StringComparison.Ordinal));
        // The picture, set in by three.
        Assert.Contains(header, line => line.StartsWith("#   ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_Check_FindsNothing(string name)
    {
        var read = RequestFile.Read(FileOf(name), _ => null);

        Assert.Empty(read.Findings);
        Assert.Empty(RuleBook.Check(read.Document!).Where(finding => finding.AcceptedBecause is null).Select(finding => $"{finding.Code} {finding.Message}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_Synth_IsThisConfiguration(string name)
    {
        using var folder = new TemporaryFolder();
        var plan = Synthesis.Plan(File.ReadAllText(FileOf(name)));
        foreach (var (stack, text) in Synthesis.SynthesizeAll(plan, folder.Path))
        {
            if (name == "everything")
            {
                Snapshot.VerifyNamed(text, name);
            }
            else
            {
                ConfigurationSnapshot.VerifyNamed(text, stack.Suffix is null ? name : $"{name}.{stack.Suffix}");
            }
        }
    }

    private static string FileOf(string name) => Repository.File("examples", $"{name}.yaml");
}
