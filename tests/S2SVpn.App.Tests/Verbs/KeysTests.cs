using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Processes;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Verbs;

/// <summary>The file of WireGuard's keys.</summary>
public sealed class KeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Stack => Path.Combine(_folder.Path, "stacks", "wireguard-lab");

    private string File => Path.Combine(Stack, "wireguard.auto.tfvars.json");

    public KeysTests() => Assert.SkipWhen(Command.Find("openssl") is null, "openssl is not installed.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_OfATunnel_ArePairsForTheOwnerAlone()
    {
        var run = await KeysAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var pairs = Pairs();
        Assert.Equal(["aws_private", "aws_public", "azure_private", "azure_public"], pairs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(CurveKeys.PublicOf(pairs["aws_private"]), pairs["aws_public"]);
        Assert.Equal(CurveKeys.PublicOf(pairs["azure_private"]), pairs["azure_public"]);
        Assert.All(pairs.Values, key => Assert.DoesNotContain(key, run.Output + run.Error, StringComparison.Ordinal));
        Assert.Contains("wireguard.auto.tfvars.json", System.IO.File.ReadAllLines(Path.Combine(Stack, ".gitignore")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task Keys_ThatAreThere_StayUntilTheyAreRotated()
    {
        await KeysAsync();
        var first = Pairs();

        Assert.Contains("nothing was written", (await KeysAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(first, Pairs());

        Assert.Contains("new keys of 1.1", (await KeysAsync("--rotate", "1.1")).Output, StringComparison.Ordinal);
        Assert.Empty(first.Values.Intersect(Pairs().Values));
    }

    [Fact]
    public async Task Keys_OfTunnelsThatAreGone_AreTakenOut()
    {
        await KeysAsync();
        var content = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        content["wireguard_link_2_2"] = content["wireguard_link_1_1"]!.DeepClone();
        System.IO.File.WriteAllText(File, content.ToJsonString());

        var run = await KeysAsync();

        Assert.Contains("1 taken out", run.Output, StringComparison.Ordinal);
        Assert.Equal(["wireguard_link_1_1"], JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject().Select(variable => variable.Key));
    }

    [Fact]
    public async Task Keys_WithAPublicKeyOfAnotherPair_AreRefusedAndNotShown()
    {
        await KeysAsync();
        var content = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        var other = content["wireguard_link_1_1"]!["aws_public"] = (string)content["wireguard_link_1_1"]!["azure_public"]!;
        System.IO.File.WriteAllText(File, content.ToJsonString());

        var run = await KeysAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a public key that is not that of the private one", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain((string)other!, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wireguard", "1.2", "There is no tunnel '1.2' with WireGuard. There is: 1.1.")]
    [InlineData("minimal", "1.1", "No link of this request uses WireGuard.")]
    public async Task Keys_OfWhatHasNone_AreRefused(string example, string tunnel, string said)
    {
        var run = await VerbRun.OfAsync(100, "keys", VerbRun.Example(example), "--folder", _folder.Path, "--rotate", tunnel);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Keys_OfAFileThatIsNone_AreNotOverwritten()
    {
        Directory.CreateDirectory(Stack);
        System.IO.File.WriteAllText(File, "{ secret");

        var run = await KeysAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not what this command writes", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
        Assert.Equal("{ secret", System.IO.File.ReadAllText(File));
    }

    private Task<VerbRun> KeysAsync(params string[] more) => VerbRun.OfAsync(100, ["keys", VerbRun.Example("wireguard"), "--folder", _folder.Path, .. more]);

    private Dictionary<string, string> Pairs() => JsonNode.Parse(System.IO.File.ReadAllText(File))!["wireguard_link_1_1"]!.AsObject().ToDictionary(key => key.Key, key => (string)key.Value!);
}
