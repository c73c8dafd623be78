using System.Reflection;

namespace S2SVpn.App.Tests;

/// <summary>The rooms of the house: what needs what goes one way.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("S2SVpn.Rehearsal")]
    [InlineData("S2SVpn.Design")]
    [InlineData("S2SVpn.Constructs")]
    [InlineData("S2SVpn.App")]
    public void Namespaces_OfOneAssembly_DoNotNeedEachOther(string name)
    {
        var uses = (
            from type in Assembly.Load(name).GetTypes()
            where IsIn(type, name)
            from used in TypeReferences.Of(type)
            where used.Assembly == type.Assembly && used.Namespace != type.Namespace && IsIn(used, name)
            group $"{type.FullName} uses {used.FullName}" by (From: type.Namespace!, To: used.Namespace!)).ToList();
        var next = uses.ToLookup(use => use.Key.From, use => use.Key.To);

        Assert.Empty(uses
            .Where(use => Reachable(use.Key.To, next).Contains(use.Key.From))
            .Select(use => $"{use.Key.From} needs {use.Key.To}, which needs it too: {use.First()}.")
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("S2SVpn.Design", "S2SVpn.Constructs", "S2SVpn.Rehearsal", "S2SVpn.App")]
    [InlineData("S2SVpn.Constructs", "S2SVpn.Rehearsal", "S2SVpn.App")]
    [InlineData("S2SVpn.Rehearsal", "S2SVpn.Constructs", "S2SVpn.App", "HashiCorp.Cdktf", "Io.Cdktn", "Amazon.JSII.Runtime")]
    public void References_OfAnAssembly_LeaveTheOthersAlone(string name, params string[] others) =>
        Assert.Empty(Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name).Intersect(others));

    // What source generators and the compiler add lies elsewhere.
    private static bool IsIn(Type type, string root) => type.Namespace == root || type.Namespace?.StartsWith($"{root}.", StringComparison.Ordinal) == true;

    private static HashSet<string> Reachable(string first, ILookup<string, string> next)
    {
        var (found, open) = (new HashSet<string> { first }, new Stack<string>([first]));
        while (open.TryPop(out var one))
        {
            next[one].Where(found.Add).ToList().ForEach(open.Push);
        }

        return found;
    }
}
