using S2SVpn.App.Reports;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Rendering;

namespace S2SVpn.App.Tests.Reports;

/// <summary>No key or password of a request is shown.</summary>
public sealed class RequestMaskTests
{
    private static readonly Finding Overlap = new()
    {
        Code = "X001",
        Level = FindingLevel.Error,
        Message = "networks overlap: azure.network 10.1.128.0/17 lies inside aws.network 10.1.0.0/16",
        Fix = "Give one side another range, or translate it: link.nat with routing: static.",
        Places =
        [
            new FindingPlace("azure.network", new SourceSpan("s2svpn.yaml", 5, 41, 13)),
            new FindingPlace("aws.network", new SourceSpan("s2svpn.yaml", 4, 12, 11)),
        ],
    };

    [Theory]
    [InlineData("link: { keys: { psk: hunter2, source: aws }, routng: x }", "link: { keys: { psk: ****, source: aws }, routng: x }")]
    [InlineData("  \"presharedKey\": \"hun}ter2\", \"x\": 1", "  \"presharedKey\": ****")]
    [InlineData("  password: 'hunter2", "  password: ****")]
    [InlineData("  password: hunter2 # old", "  password: **** # ****")]
    [InlineData("  tokens: a", "  tokens: ****")]
    [InlineData("  keyboard: a", "  keyboard: a")]
    [InlineData("  token: [a, b]", "  token: [****, ****]")]
    [InlineData("  psk:", "  psk:")]
    [InlineData("link: { keys: hunter2 }", "link: { keys: **** }")]
    [InlineData("  keys: generated", "  keys: generated")]
    [InlineData("  keys: { source: hunter2 }", "  keys: { source: **** }")]
    [InlineData("  secretsManager: [one, two]", "  secretsManager: [****, ****]")]
    [InlineData("link: { keys: [one.1, 'two', three] }", "link: { keys: [****, ****, ****] }")]
    [InlineData("  secrets: hunter2", "  secrets: ****")]
    [InlineData("  backend: { s3: { bucket: states, key: shop/vpn } }", "  backend: { s3: { bucket: states, key: **** } }")]
    [InlineData("terraform: { backend: { s3: { bucket: states, key: shop/vpn } } }", "terraform: { backend: { s3: { bucket: states, key: shop/vpn } } }")]
    [InlineData("  http: https://me:hunter2@example.com", "  http: https://me:****@example.com")]
    [InlineData("  owner: AKIAIOSFODNN7EXAMPLE", "  owner: ****")]
    [InlineData("root:$6$abcdefgh$Zx9Qw7Er5Ty3Ui1/Zx9Qw7Er5Ty3Ui1:20228:0:99999:7:::", "root:****:20228:0:99999:7:::")]
    [InlineData("name: a # $2b$12$Zx9Qw7Er5Ty3Ui1.Zx9Qw7Er5Ty3Ui1", "name: a # ****")]
    [InlineData("  sshKey: -----BEGIN PRIVATE KEY-----abc", "  sshKey: ****")]
    [InlineData("name: shop # psk: hunter2", "name: shop # ****")]
    [InlineData("name: shop # the first", "name: shop # the first")]
    [InlineData("link: { keys: generated } # 'hunter2' before", "link: { keys: generated } # ****")]
    [InlineData("link: { keys: { copyTo: a#b, length: 32 } }", "link: { keys: { copyTo: ****, length: 32 } }")]
    [InlineData("link: { keys: { length: 12345678 } }", "link: { keys: { length: **** } }")]
    [InlineData("link: { keys: \"${env:KEYS}\" }", "link: { keys: \"${env:KEYS}\" }")]
    [InlineData("link: { keys: \"${env:KEYS:-hunter2}\" }", "link: { keys: **** }")]
    [InlineData("link: { keys: !hunter2 x, name: a }", "link: { keys: ****, name: a }")]
    [InlineData("link: { name: a, keys: &hunter2 x }", "link: { name: a, keys: **** }")]
    [InlineData("link: { keys: { hunter2: , psk1: a, '1.1': b } }", "link: { keys: { ****: , psk1: ****, '1.1': **** } }")]
    [InlineData("link: { tunnels: { each: { '1.1': { key: a }, '1.2': b } } }", "link: { tunnels: { each: { '1.1': { key: **** }, '1.2': **** } } }")]
    [InlineData("link: { nmae: a, mine: b, tunels: { replayWindow: 1 } }", "link: { nmae: a, mine: ****, tunels: { replayWindow: 1 } }")]
    [InlineData("probes: { sshKey: ssh-ed25519 AAAAC3 me }", "probes: { sshKey: ssh-ed25519 AAAAC3 me }")]
    [InlineData("probes: { sshKey: hunter2 }", "probes: { sshKey: **** }")]
    [InlineData("aws: { Zx9Qw7Er5Ty3Ui1: {} }", "aws: { ****: {} }")]
    [InlineData("link: { crypto: Zx9Qw7Er5Ty3Ui1 }", "link: { crypto: **** }")]
    [InlineData("link: { crypto: Balanced }", "link: { crypto: Balanced }")]
    [InlineData("aws: { vpc: vpc-0a1b2c3d4e5f6a7bg }", "aws: { vpc: vpc-0a1b2c3d4e5f6a7bg }")]
    [InlineData("link: hunter2", "link: ****")]
    [InlineData("hunter2", "****")]
    [InlineData("- hunter2", "- ****")]
    [InlineData("  http: https://example.com/s?sv=2024&sig=hunter2", "  http: https://example.com/s?sv=2024&sig=****")]
    [InlineData("  http: https://example.com/s?CODE=hunter2", "  http: https://example.com/s?CODE=****")]
    [InlineData("x: &k hunter2 y, link: { keys: *k }", "x: &k hunter2 y, link: { keys: ****")]
    [InlineData("link: { <<: { keys: hunter2 } }", "link: { <<: { keys: **** } }")]
    [InlineData("link: { keys: hunter2: x }", "link: { keys: ****")]
    public void Render_SecretInTheLine_IsHidden(string line, string shown)
    {
        var finding = Overlap with { Places = [new("a", new SourceSpan("f", 1, 1, 1))] };
        Assert.Equal($"     1 | {shown}", new FindingText(line).Render(finding).Split('\n')[2]);
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("pw")]
    [InlineData("pin")]
    [InlineData("auth")]
    [InlineData("bearer")]
    [InlineData("login")]
    [InlineData("sas")]
    [InlineData("signature")]
    [InlineData("cookie")]
    [InlineData("connectionString")]
    [InlineData("conn_str")]
    [InlineData("access_key_id")]
    [InlineData("wgkey")]
    [InlineData("pre-shared")]
    [InlineData("sshKeyPrivate")]
    public void Line_KeyThatNoRequestHas_IsShownWithoutItsValue(string key)
    {
        Assert.Equal($"{key}: ****", Shown(new RequestMask($"name: shop\n{key}: hunter2\n"), 2));
        Assert.Equal($"  {key}: ****", Shown(new RequestMask($"name: shop\naws:\n  {key}: hunter2\n"), 3));
        Assert.Equal($"  {key}: ****", Shown(new RequestMask($"name: 'shop\n  {key}: hunter2\n"), 2));
    }

    [Fact]
    public void Line_KeysOfARequest_AreShownWithTheirValues()
    {
        var text = "name: shop\naws: { region: eu-central-1, network: { cidr: 10.2.0.0/16, subnets: { auth: 10.2.1.0/24 } } }\n"
            + "terraform: { backend: { azurerm: { key: shop/vpn } } }\nprobes: { sshFrom: [203.0.113.7/32] }\ntags: { login: a, pass: b }\n";
        var mask = new RequestMask(text);
        Assert.Equal(text, string.Concat(Enumerable.Range(1, 5).Select(line => $"{Shown(mask, line)}\n")));
    }

    [Theory]
    [InlineData("keys:\n  - one\n  - two # three\nname: shop", "keys:\n  - ****\n  - **** # ****\nname: shop")]
    [InlineData("link:\n  keys:\n  - one\n  -\n    two\n  routing: bgp", "link:\n  keys:\n  - ****\n  -\n    ****\n  routing: bgp")]
    [InlineData("link:\n  keys: |\n    # one\n\n    two\n  routing: bgp", "link:\n  keys: ****\n    ****\n\n    ****\n  routing: bgp")]
    [InlineData("link: { keys: [one,\r\n  two] }\r\nname: shop", "link: { keys: [****,\n  ****] }\nname: shop")]
    [InlineData("{ \"keys\": [\"one\"] }", "{ \"keys\": [****] }")]
    [InlineData("link:\n  keys: [one,\n    two\n  routing: bgp", "link:\n  keys: [****\n    ****\n  ****")]
    [InlineData("link:\n  keys\n    psk: one\n    - two\nname: shop", "link:\n  keys\n    psk: ****\n    ****\nname: shop")]
    [InlineData("\t\nlink:\n  keys:\n    - one\n  routing: bgp", "\t\nlink:\n  keys:\n    - ****\n  routing: bgp")]
    [InlineData("owner: &k hunter2\nlink: { keys: *k }", "owner: ****\nlink: { keys: **** }")]
    public void Line_SecretsOverLines_AreHidden(string text, string shown)
    {
        var mask = new RequestMask(text);
        Assert.Equal(shown, string.Join('\n', Enumerable.Range(1, text.Count(sign => sign == '\n') + 1).Select(line => Shown(mask, line))));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\uFEFF\n")]
    [InlineData("\n# comment\n")]
    [InlineData("\n\n  psk: hunter2\n")]
    public void Render_FileThatStartsWithAnEmptyLine_IsRendered(string text)
    {
        var finding = Overlap with { Places = [new("", new SourceSpan("f", 1, 1, 1))] };
        Assert.DoesNotContain("hunter2", new FindingText(text).Render(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Line_BehindWhatIsNestedTooDeeply_IsHidden(string open, string close)
    {
        var mask = new RequestMask(string.Concat(Enumerable.Repeat(open, 100_000)) + "hunter2" + string.Concat(Enumerable.Repeat(close, 100_000)) + "\nlink: { keys: hunter2 }");
        Assert.Equal("****", Shown(mask, 2));
        Assert.DoesNotContain("hunter2", Shown(mask, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_NestedAndRepeatedWithoutEnd_ComesToAnEnd()
    {
        var bomb = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 40).Select(at => $"a{at}: &a{at} [*a{at - 1}, *a{at - 1}]\n"));
        Assert.NotEmpty(new RequestMask(bomb + "link: { keys: *a40 }\n").Line(42));
        Assert.NotEmpty(new RequestMask("link: { keys: " + new string('[', 5_000) + "hunter2").Hidden(1, 0, 5_000));
    }

    private static string Shown(RequestMask mask, int line)
    {
        var text = mask.Line(line);
        foreach (var (from, to) in mask.Hidden(line, 0, text.Length).Reverse())
        {
            text = text[..from] + RequestMask.Stars + text[to..];
        }

        return text;
    }
}
