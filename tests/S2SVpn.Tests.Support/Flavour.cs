using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace S2SVpn.Tests.Support;

/// <summary>What the tested program is built with: CDKTF, or CDK Terrain (bindings/flavours). Snapshots and pages are in CDKTF's words.</summary>
public static partial class Flavour
{
    public const string Default = "cdktf";

    private const string DefaultNamespace = "HashiCorp.Cdktf";

    /// <summary>Its folder in bindings/flavours.</summary>
    public static string Name { get; } = Metadata("Cdk");

    public static string Other => Name == Default ? "terrain" : Default;

    public static string Namespace { get; } = Metadata("CdkNamespace");

    public static bool IsDefault => Name == Default;

    /// <summary>The name of the core's module and of the command line: cdktf or cdktn.</summary>
    public static string Core => Text(Name, "core");

    /// <summary>The core's version.</summary>
    public static string Version => VersionOf(Name);

    public static string VersionOf(string flavour) => VersionOf(flavour, Text(flavour, "core"));

    /// <summary>The pinned version of the first module whose name ends so.</summary>
    public static string VersionOf(string flavour, string module) => ModulesOf(flavour).First(pin => pin.Name.EndsWith(module, StringComparison.Ordinal)).Version;

    /// <summary>All modules that it pins.</summary>
    public static IEnumerable<(string Name, string Version)> ModulesOf(string flavour) =>
        Pins(flavour)["dependencies"]!.AsObject().Select(pin => (pin.Key, (string)pin.Value!));

    /// <summary>The C# code of a page or a list of types in this flavour's words.</summary>
    public static string InItsWords(string text) => text.Replace(DefaultNamespace, Namespace, StringComparison.Ordinal);

    /// <summary>A text without what differs between flavours, which is all of this: what a snapshot and what this flavour wrote are both compared so.</summary>
    public static string WithoutDifferences(string text)
    {
        text = text.Replace(Namespace, DefaultNamespace, StringComparison.Ordinal);
        // The core's own version, in its remarks.
        text = VersionRemark().Replace(text, "$1\"…\"");
        // The provider that the packages were made from, where a stack of somebody's own leaves the range open.
        text = OwnProvider().Replace(text, "\"source\": \"hashicorp/$1\", \"version\": \"…\"");
        // CDKTF writes an empty object on two lines.
        return EmptyObject().Replace(text, "{}");
    }

    private static string Text(string flavour, string name) => (string)Pins(flavour)["flavour"]![name]!;

    private static JsonNode Pins(string flavour) => JsonNode.Parse(File.ReadAllText(Repository.File("bindings", "flavours", flavour, "package.json")))!;

    private static string Metadata(string key) => typeof(Flavour).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    [GeneratedRegex("(\"stackName\": \"[^\"]*\",\\s*\"version\": )\"[0-9.]+\"")]
    private static partial Regex VersionRemark();

    [GeneratedRegex("\"source\": \"(?:hashicorp/)?([a-z]+)\",\\s*\"version\": \"[0-9.]+\"")]
    private static partial Regex OwnProvider();

    [GeneratedRegex(@"\{\s+\}")]
    private static partial Regex EmptyObject();
}
