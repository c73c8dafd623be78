using System.Reflection;
using System.Text;

namespace S2SVpn.Tests.Support;

/// <summary>What others can build on in an assembly: its public types and their members, one a line.</summary>
public static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every record and every equatable type has.
    private static readonly HashSet<string> Everywhere =
        ["Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "<Clone>$", "Deconstruct", "value__"];

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{type.FullName}\n");
            foreach (var member in type.GetMembers(Own).Where(IsShown).Select(member => $"{member}").Order(StringComparer.Ordinal))
            {
                text.Append($"    {member}\n");
            }
        }

        return text.ToString();
    }

    private static bool IsShown(MemberInfo member) => !Everywhere.Contains(member.Name)
        && member is not (MethodInfo { IsSpecialName: true } or TypeInfo)
        && !(member is ConstructorInfo && member.DeclaringType!.IsEnum);
}
