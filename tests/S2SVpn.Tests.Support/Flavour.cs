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
    public static string VersionOf(string flavour, string module) =>
        (string)Pins(flavour)["dependencies"]!.AsObject().First(pin => pin.Key.EndsWith(module, StringComparison.Ordinal)).Value!;

    /// <summary>The C# code of a page or a list of types in this flavour's words.</summary>
    public static string InItsWords(string text) => text.Replace(DefaultNamespace, Namespace, StringComparison.Ordinal);

    /// <summary>What this flavour wrote, as the default one writes it. All that differs in a configuration is the version in its remarks.</summary>
    public static string InDefaultWords(string text) => IsDefault
        ? text
        : VersionRemark().Replace(text, match => match.Value.Replace($"\"{Version}\"", $"\"{VersionOf(Default)}\"", StringComparison.Ordinal), 1).Replace(Namespace, DefaultNamespace, StringComparison.Ordinal);

    private static string Text(string flavour, string name) => (string)Pins(flavour)["flavour"]![name]!;

    private static JsonNode Pins(string flavour) => JsonNode.Parse(File.ReadAllText(Repository.File("bindings", "flavours", flavour, "package.json")))!;

    private static string Metadata(string key) => typeof(Flavour).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    [GeneratedRegex("\"stackName\": \"[^\"]*\",\\s*\"version\": \"[^\"]*\"")]
    private static partial Regex VersionRemark();
}
