using System.Reflection;
using System.Text;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests;

/// <summary>What others can build on. A change of the list is a change of the library's surface, and belongs in the changelog.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every record and every equatable type has.
    private static readonly HashSet<string> Everywhere =
        ["Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "<Clone>$", "Deconstruct", "value__"];

    [Fact]
    public void PublicTypes_OfTheAssembly_AreTheCommittedOnes()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Rule).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{type.FullName}\n");
            foreach (var member in type.GetMembers(Own).Where(IsShown).Select(member => $"{member}").Order(StringComparer.Ordinal))
            {
                text.Append($"    {member}\n");
            }
        }

        Snapshot.Verify(text.ToString(), "txt");
    }

    private static bool IsShown(MemberInfo member) => !Everywhere.Contains(member.Name)
        && member is not (MethodInfo { IsSpecialName: true } or TypeInfo)
        && !(member is ConstructorInfo && member.DeclaringType!.IsEnum);
}
