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
    [InlineData("link: { keys: { psk: hunter2, source: aws }, routng: x }", "link: { keys: { psk: *******, source: aws }, routng: x }")]
    [InlineData("  \"presharedKey\": \"hun}ter2\", \"x\": 1", "  \"presharedKey\": \"********\", \"x\": 1")]
    [InlineData("  password: 'hunter2", "  password: '*******")]
    [InlineData("  password: hunter2 # old", "  password: ******* # old")]
    [InlineData("  tokens: a", "  tokens: a")]
    [InlineData("  token: [a, b]", "  token: ******")]
    [InlineData("  psk:", "  psk:")]
    [InlineData("link: { keys: hunter2 }", "link: { keys: ******* }")]
    [InlineData("  keys: generated", "  keys: generated")]
    [InlineData("  keys: { source: hunter2 }", "  keys: { source: ******* }")]
    [InlineData("  secretsManager: [one, two]", "  secretsManager: [***, ***]")]
    [InlineData("link: { keys: [one.1, 'two', three] }", "link: { keys: [*****, '***', *****] }")]
    [InlineData("  secrets: hunter2", "  secrets: *******")]
    [InlineData("  backend: { s3: { bucket: states, key: shop/vpn } }", "  backend: { s3: { bucket: states, key: shop/vpn } }")]
    [InlineData("  http: https://me:hunter2@example.com", "  http: https://me:*******@example.com")]
    [InlineData("  owner: AKIAIOSFODNN7EXAMPLE", "  owner: ********************")]
    [InlineData("  sshKey: -----BEGIN PRIVATE KEY-----abc", "  sshKey: -----BEGIN *******************")]
    public void Render_SecretInTheLine_IsHidden(string line, string shown)
    {
        var finding = Overlap with { Places = [new("a", new SourceSpan("f", 1, 1, 1))] };
        Assert.Equal($"     1 | {shown}", new FindingText(line).Render(finding).Split('\n')[2]);
    }

    [Theory]
    [InlineData("keys:\n  - one\n  - two # three\nname: shop", "keys:\n  - ***\n  - *** * *****\nname: shop")]
    [InlineData("link:\n  keys:\n  - one\n  -\n    two\n  routing: bgp", "link:\n  keys:\n  - ***\n  -\n    ***\n  routing: bgp")]
    [InlineData("keys:\n  # mine\n\n  keyVault:\n    vault: /a\n    secrets:\n      - one", "keys:\n  # mine\n\n  keyVault:\n    vault: /a\n    secrets:\n      - ***")]
    [InlineData("link: { keys: [one,\r\n  two] }\r\nname: shop", "link: { keys: [***,\r\n  ***] }\r\nname: shop")]
    [InlineData("{ \"keys\": [\"one\"] }", "{ \"keys\": [\"***\"] }")]
    [InlineData("sshKeys: [one]\nkeys: generated", "sshKeys: [one]\nkeys: generated")]
    public void Hide_KeysInLists_AreHidden(string text, string shown) => Assert.Equal(shown, RequestMask.HideLists(text));
}
