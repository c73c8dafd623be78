using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>Whatever place of a request somebody writes a key into, no verb says it.</summary>
public sealed class SecretsOfRequestsTests : IDisposable
{
    private const string Secret = "Zx9SecretKeyQ7w8e9r0";

    private const string Request = "name: shop\naws: { region: eu-central-1, network: 10.2.0.0/16 }\nazure: { location: westeurope, network: 10.1.0.0/16 }\n";

    private static readonly string[] Places =
    [
        "link: { keys: X }",
        "link: { keys: { source: X } }",
        "link: { keys: { storage: X } }",
        "link: { keys: { length: X } }",
        "link: { keys: { keyVault: { vault: X } } }",
        "link: { keys: { copyTo: X } }",
        "link: { keys: { copyTo: { secretsManager: { secrets: [X $] } } } }",
        "link: { keys: { secretsManager: { prefix: 'X$ !' } } }",
        "link: { keys: { tunnel1: X } }",
        "link: { keys: { variables: [X] } }",
        "link: { keys: { generated: X, value: [X, { a: X }] } }",
        "link: { keys: { '1.1': X } }",
        "link:\n  keys:\n    '1.1': X\n    1.2: \"X\"\n",
        "link:\n  keys:\n    - X\n    - source: X\n",
        "link:\n  keys: |\n    X\n",
        "link: { keys: { X: } }",
        "link: { keys: { X: a, X: b } }",
        "link:\n  keys:\n    ? X\n    : a\n",
        "links: [{ keys: X }, { keys: { psk: X } }]",
        "links: { a: { keys: X } }",
        "link: X",
        "link: [X]",
        "link: { X: a }",
        "link: { psk: X }",
        "link: { keys: X, X: a }",
        "link: { tunnels: { each: { '1.1': { key: X }, '1.2': X } } }",
        "link: { tunnels: { each: { '1.1': { presharedKey: X } } } }",
        "link: { tunnels: { psks: [X, X] } }",
        "link: { tunnels: { each: { X: {} } } }",
        "passwords: [X]",
        "keys: X",
        "password: { a: { b: X } }",
        "probes: { sshKey: X }",
        "probes: { sshKey: 'ssh-ed25519 X' }",
        "link: { keys: !X a }",
        "link: { keys: *X }",
        "link: { keys: &X a }",
        "link: { keys: X: a }",
        "link:\n  keys: X: a\n",
        "link:\n  keys:\n    psk: \"X\n",
        "link:\n  keys: [X,\n    X\n",
        "link:\n  keys\n    psk: X\n",
        "link:\n\tkeys: X\n",
        "link: { keys: '${env:NOTHING:-X}' }",
        "link: { keys: vaults } # not X",
        "spare: &k X\nlink: { keys: { copyTo: *k } }",
    ];

    private static readonly string[][] Verbs =
    [
        ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"], ["check", "--format", "github"], ["explain"], ["estimate"],
        ["diagram"], ["permissions"], ["plan"], ["report"], ["synth"], ["rehearse"],
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Each => [.. Places];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Verb_KeyInTheRequest_IsNotSaid(string place)
    {
        var file = Write("s2svpn.yaml", place);
        var good = Write("good.yaml", "");
        foreach (var verb in Verbs.Select(verb => (string[])[verb[0], file, .. verb[1..]]).Append(["diff", good, file]).Append(["diff", file, good]))
        {
            var run = await VerbRun.OfAsync(200, verb);

            Assert.NotEqual(0, run.ExitCode);
            Assert.False((run.Output + run.Error).Contains(Secret, StringComparison.Ordinal), $"{string.Join(' ', verb)} says it:\n{run.Output}{run.Error}");
        }
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string place)
    {
        var file = _folder[name];
        File.WriteAllText(file, Request + place.Replace("X", Secret, StringComparison.Ordinal) + "\n");
        return file;
    }
}
