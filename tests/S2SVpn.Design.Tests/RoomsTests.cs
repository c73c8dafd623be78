using System.Text.RegularExpressions;

namespace S2SVpn.Design.Tests;

/// <summary>A folder is a namespace, and no two of them need each other.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Root = Repository.File("src", "S2SVpn.Design");

    [Fact]
    public void Files_InAFolder_HaveItsNamespace() => Assert.Empty(
        from file in Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories)
        let folder = Path.GetDirectoryName(Path.GetRelativePath(Root, file))!
        where !folder.StartsWith("obj", StringComparison.Ordinal) && !folder.StartsWith("bin", StringComparison.Ordinal)
        let expected = string.Join('.', [.. folder.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Prepend("S2SVpn.Design")])
        let found = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
        where found != expected
        select $"{Path.GetRelativePath(Root, file)}: {found}");

    [Fact]
    public void Assembly_OfTheDesign_KnowsNoOtherOfOurs() => Assert.DoesNotContain(
        typeof(ValueList).Assembly.GetReferencedAssemblies(), other => other.Name!.StartsWith("S2SVpn", StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
