using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Nothing that may be a secret gets into a request, and none of it into a message.</summary>
public sealed class SecretsTests
{
    private const string Secret = "hunter2hunter2";

    [Theory]
    [InlineData("psk")]
    [InlineData("presharedKey")]
    [InlineData("pre_shared_key")]
    [InlineData("preSharedKeys")]
    [InlineData("sharedkey")]
    [InlineData("PASSWORD")]
    [InlineData("client-secret")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("apiToken")]
    public void Read_KeyThatSaysSecret_IsRefusedWithoutItsValue(string key)
    {
        var finding = Finding($"link: {{ {key}: {Secret} }}");
        Assert.Equal((ReadingCodes.Secret, $"link has a key '{key}', which looks like a secret. Secrets are not allowed here"), (finding.Code, finding.Message));
        Assert.Equal("Remove it, also from the file's history. link.keys chooses where pre-shared keys come from.", finding.Fix);
    }

    [Theory]
    [InlineData("VPN_PSK")]
    [InlineData("TUNNEL_1_SHARED_KEY")]
    [InlineData("DB_PASSWORD")]
    [InlineData("TOKEN_OF_LOVE")]
    [InlineData("SSH_PRIVATE_KEY")]
    public void Read_VariableThatSaysSecret_IsNotEvenAskedFor(string name)
    {
        var asked = new List<string>();
        var (_, findings) = RequestReader.Read(
            $"{Requests.Smallest}owner: ${{env:{name}}}\nenvironment: ${{env:OTHER}}\n", "s2svpn.yaml",
            variable =>
            {
                asked.Add(variable);
                return "x";
            });
        var finding = Assert.Single(findings);
        Assert.Equal((ReadingCodes.Secret, $"owner uses the variable {name}, which looks like a secret"), (finding.Code, finding.Message));
        Assert.DoesNotContain(name, asked);
    }

    [Theory]
    [InlineData("SSH_PUBLIC_KEY")]
    [InlineData("PSK_SECRET_ARN")]
    [InlineData("SECRET_NAME")]
    [InlineData("KEYBOARD")]
    [InlineData("SECRETS_MANAGER")]
    public void Read_VariableThatNamesNoSecret_IsTaken(string name) =>
        Assert.Empty(RequestReader.Read($"{Requests.Smallest}owner: ${{env:{name}}}\n", "s2svpn.yaml", _ => "x").Findings);

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("https://me:hunter2@example.com/state")]
    [InlineData("ghp_0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("github_pat_0123456789abcdefghijkl_0123456789")]
    [InlineData("glpat-0123456789abcdefghij")]
    [InlineData("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/0123456789abcdefghijkl==")]
    [InlineData("xoxb-0123456789-abcdefghij")]
    [InlineData("0123456789abcd.atlasv1.0123456789abcdefghijklmnop")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.signature")]
    [InlineData("$1$abcdefgh$hunter2hunter2.hunter2")]
    [InlineData("$2a$12$hunter2hunter2.hunter2hunter2")]
    [InlineData("root:$6$abcdefgh$hunter2hunter2/hunter2:20228:0:99999:7:::")]
    [InlineData("$y$j9T$hunter2hunter2.1$hunter2hunter2")]
    [InlineData("https://hooks.slack.com/services/T0000/B0000/hunter2hunter2")]
    [InlineData("https://example.webhook.office.com/webhookb2/hunter2hunter2")]
    public void Read_TextThatIsASecret_IsRefusedWithoutIt(string text)
    {
        var finding = Finding($"probes: {{ sshKey: \"{text}\" }}");
        Assert.Equal((ReadingCodes.Secret, "probes.sshKey contains what looks like a secret"), (finding.Code, finding.Message));
        Assert.DoesNotContain(text, finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags: { AKIAIOSFODNN7EXAMPLE: x }", "tags has a name that looks like a secret")]
    [InlineData("tags: { 'https://me:hunter2hunter2@example.com': x }", "tags has a name that looks like a secret")]
    [InlineData("link: { AKIAIOSFODNN7EXAMPLE: x }", "link has no key '****'")]
    [InlineData("root:$6$abcdefgh$hunter2hunter2/hunter2:20228:0:99999:7:::", "the request has no key 'root:****:20228:0:99999:7::'")]
    public void Read_NameThatIsASecret_IsRefusedWithoutIt(string line, string message)
    {
        var finding = Finding(line);
        Assert.Equal(message, finding.Message);
        Assert.DoesNotContain("AKIA", finding.Message + finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link: { keys: hunter2hunter2 }", "link.keys (not shown here) is not one of")]
    [InlineData("link: { keys: { source: hunter2hunter2 } }", "link.keys.source (not shown here) is not one of")]
    [InlineData("link: { keys: { length: hunter2hunter2 } }", "link.keys.length (not shown here) is not a whole number")]
    [InlineData("link: { keys: { keyVault: hunter2hunter2 } }", "link.keys.keyVault (not shown here) is not the id of a key vault")]
    [InlineData("link: { keys: { secretsManager: { secrets: { a: hunter2hunter2 } } } }", "link.keys.secretsManager.secrets has a map, which is not a text")]
    [InlineData("link: { keys: { hunter2hunter2: } }", "link.keys has no key (not shown here)")]
    [InlineData("link: { keys: { hunter2hunter2: a, hunter2hunter2: b } }", "link.keys has ")]
    [InlineData("link: { keys: { Zx9SecretKeyQ7w8e9r0: } }", "link.keys has a key (not shown here), which looks like a secret")]
    [InlineData("link: { keys: { sorce: hunter2hunter2 } }", "link.keys has no key 'sorce'")]
    [InlineData("link: { keys: { tunnel1: hunter2hunter2 } }", "link.keys has no key 'tunnel1'")]
    [InlineData("link: { tunnels: { each: { '1.1': { key: hunter2hunter2 } } } }", "link.tunnels.each[\"1.1\"] has a key 'key', which looks like a secret")]
    [InlineData("link: { tunnels: { each: { Zx9Qw7Er5Ty3Ui1: {} } } }", "link.tunnels.each has a name (not shown here) that")]
    [InlineData("passwords: [hunter2hunter2]", "the request has a key 'passwords', which looks like a secret")]
    [InlineData("link: { psk1: hunter2hunter2 }", "link has a key 'psk1', which looks like a secret")]
    [InlineData("link: { keys: &s hunter2hunter2 }\nprobes: { sshFrom: *s }", "link.keys (not shown here) is not one of")]
    [InlineData("probes: { sshFrom: &s [hunter2hunter2] }\nlink: { keys: { secretsManager: *s } }", "probes.sshFrom[0] (not shown here) is not a network")]
    [InlineData("monitoring: { notify: 'me:hunter2hunter2@example.com' }", "monitoring.notify 'me:****@example.com' is not an e-mail address")]
    [InlineData("monitoring: { notify: 'see token=hunter2hunter2' }", "monitoring.notify 'see token=****' is not an e-mail address")]
    [InlineData("link: { crypto: Zx9Qw7Er5Ty3Ui1 }", "link.crypto (not shown here) is not one of")]
    [InlineData("accept: [{ rule: Zx9Qw7Er5Ty3Ui1, because: x }]", "accept[0].rule (not shown here) is not")]
    [InlineData("link: hunter2hunter2", "link has one value, which is not a map")]
    [InlineData("terraform: { backend: { http: 'x://me:hunter2hunter2@y' } }", "terraform.backend.http contains what looks like a secret")]
    public void Read_SecretInAnotherPlace_IsNotRepeated(string text, string message) =>
        Assert.StartsWith(message, Finding(text).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("asn: ${env:BROKEN}", "azure.gateway.asn '${env:BROKEN}' expands to a value that is not an autonomous system number from 1 to 4294967295")]
    [InlineData("sku: ${env:BROKEN}", "azure.gateway.sku '${env:BROKEN}' expands to a value that is not one of Basic,")]
    [InlineData("activeActive: ${env:BROKEN}", "azure.gateway.activeActive '${env:BROKEN}' expands to a value that is not true or false")]
    public void Read_BadValueOfAVariable_IsNotRepeated(string line, string message)
    {
        var finding = Assert.Single(Requests.Read($"{Requests.Smallest}  gateway: {{ {line} }}\n").Findings);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", finding.Message + finding.Fix, StringComparison.Ordinal);
    }

    private static Finding Finding(string line)
    {
        var findings = Requests.Read($"{Requests.Smallest}{line}\n").Findings;
        Assert.All(findings, one => Assert.DoesNotContain("Zx9", one.Message + one.Fix + one.Place.Path, StringComparison.Ordinal));
        Assert.All(findings, one => Assert.DoesNotContain(Secret, one.Message + one.Fix + one.Place.Path, StringComparison.Ordinal));
        var finding = findings[0];
        Assert.DoesNotContain(Secret, finding.Message + finding.Fix, StringComparison.Ordinal);
        return finding;
    }
}
