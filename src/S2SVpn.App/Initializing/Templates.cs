using System.Reflection;

namespace S2SVpn.App.Initializing;

/// <summary>The examples, which are in the program itself: a tool has no repository beside it.</summary>
internal static class Templates
{
    private const string Prefix = "examples/";
    private const string Suffix = ".yaml";
    private const string Schema = "# yaml-language-server:";

    private static readonly Assembly Here = typeof(Templates).Assembly;

    public static IReadOnlyList<string> Names { get; } =
        [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^Suffix.Length]).Order(StringComparer.Ordinal)];

    /// <summary>An example with its comments. The path to the schema holds in the repository only.</summary>
    public static string Example(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream($"{Prefix}{name}{Suffix}")!);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith(Schema, StringComparison.Ordinal));
        return string.Join('\n', lines).TrimStart('\n');
    }

    public static string Minimal(string name, string region, string vpc, string location, string vnet) => $$"""
        # A site-to-site VPN between AWS and Azure, with a safe default for all that is not written here.
        # 's2svpn explain' shows each of them, and the line that would change it.

        name: {{name}}               # what every name in both clouds starts with
        environment: dev

        aws:
          region: {{region}}
          network: {{vpc}}       # a new VPC; 'id' would name an existing one

        azure:
          location: {{location}}
          network: {{vnet}}       # a new VNet; it must not overlap the VPC

        # Nothing crosses but what is listed here.
        access:
          - { from: azure, to: aws, icmp: true, tcp: 443 }
          - { from: aws, to: azure, icmp: true }

        """.ReplaceLineEndings("\n");
}
