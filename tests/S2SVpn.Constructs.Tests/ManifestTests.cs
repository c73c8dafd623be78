using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What the packages hold is what the constructs make.</summary>
public sealed partial class ManifestTests
{
    private static readonly string Folder = Repository.File("src", "S2SVpn.Constructs");

    private static readonly string Sources = string.Concat(
        Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(Folder, file).StartsWith("obj", StringComparison.Ordinal)).Select(File.ReadAllText));

    public static TheoryData<string> Types { get; } =
        [.. File.ReadLines(Repository.File("bindings", "manifest.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryType_IsMadeByAConstruct(string type)
    {
        var (isData, words) = type.StartsWith("data ", StringComparison.Ordinal) ? (true, type[5..].Split('_')) : (false, type.Split('_'));
        var (provider, name) = (Upper(words[0]), string.Concat(words[(isData ? 0 : 1)..].Select(Upper)));
        name = isData ? $"Data{name}" : name;
        var usings = Using().Matches(File.ReadAllText(Path.Combine(Folder, "Cdk.props")))
            .Where(match => match.Groups["provider"].Value == provider && match.Groups["namespace"].Value == name).ToList();

        Assert.True(usings.Count > 0, $"{type} is in bindings/manifest.txt, and {provider}.{name} not in Cdk.props.");
        var called = usings.Find(match => match.Groups["class"].Value == name)?.Groups["alias"].Value ?? name;
        Assert.True(Sources.Contains($"new {called}Config", StringComparison.Ordinal), $"{type} is in bindings/manifest.txt, and no construct makes a {called}.");
    }

    private static string Upper(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    [GeneratedRegex(@"Providers\.(?<provider>\w+)\.(?<namespace>\w+)(?:\.(?<class>\w+)"" Alias=""(?<alias>\w+))?""")]
    private static partial Regex Using();
}
