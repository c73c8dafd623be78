using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>That a finding goes when its fix is followed to the letter.</summary>
public sealed partial class FollowedFixTests
{
    private const string Gateway = "existing: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw";
    private const string Transit = "aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: transit }\n";
    private const string Azure = "azure: { location: westeurope, network: 10.1.0.0/16 }\n";
    private const string Alone = "azure: { location: westeurope, network: 10.1.0.0/16, gateway: { activeActive: false } }\n";
    private const string Key = "topicKey: 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'";
    private const string S3 = "terraform: { backend: { s3: { bucket: states, key: k, region: eu-central-1 } } }\n";

    /// <summary>A rule, what it finds something in, a part of the fix, and the request that follows that part.</summary>
    public static TheoryData<string, string, string, string> Followed => new()
    {
        { "AWS114", $"{Transit}{Azure}link: {{ routing: static }}\n", "Leave routing out", Transit + Azure },
        { "AWS114", $"{Transit}{Azure}link: {{ routing: static }}\n", "gateway: { activeActive: false }", $"{Transit}{Alone}link: {{ routing: static }}\n" },
        { "AZ012", "azure: { location: westus, network: 10.1.0.0/16, gateway: { zones: [1] } }\n", "Leave zones out", "azure: { location: westus, network: 10.1.0.0/16 }\n" },
        { "X162", Sites("", 65010), "Write the same asn for azure.west and azure.north", Sites("", 65515) },
        { "X162", Sites("", 65010), "aws.frankfurt.gateway.transitBetweenSites: true", Sites("transitBetweenSites: true", 65010) },
        { "X163", Sites("transitBetweenSites: false", 65010), "Write the same asn for", Sites("transitBetweenSites: false", 65515) },
        { "X163", Sites("transitBetweenSites: true", 65515), "Write a different asn for", Sites("transitBetweenSites: true", 65010) },
        { "X164", "environment: prod\n", "terraform.backend.s3 (bucket, key, region)", $"environment: prod\n{S3}" },
        { "X165", "environment: prod\n", "terraform.backend.s3", $"environment: prod\n{S3}" },
        { "X166", "environment: prod\n", "terraform.protect: true", "environment: prod\nterraform: { protect: true }\n" },
        { "X167", "environment: prod\n", "notify: [noc@example.com]", "environment: prod\nmonitoring: { notify: [noc@example.com] }\n" },
        {
            "X167", "environment: prod\nmonitoring: { alarms: { enabled: false } }\n", "Leave alarms.enabled out, and write monitoring.notify",
            "environment: prod\nmonitoring: { notify: [noc@example.com] }\n"
        },
        { "X168", $"monitoring: {{ {Key} }}\n", "Write monitoring.notify", $"monitoring: {{ {Key}, notify: [noc@example.com] }}\n" },
        { "X168", $"monitoring: {{ {Key} }}\n", "leave topicKey out", "" },
    };

    [Theory, MemberData(nameof(Followed))]
    public void Fix_Followed_EndsTheFinding(string code, string request, string part, string followed)
    {
        var found = Assert.Single(Check(request), finding => finding.Code == code);
        Assert.Contains(part, found.Fix);
        Assert.DoesNotContain(Check(followed), finding => finding.Code == code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("link: { slot: 7 }\n")]
    [InlineData("link: { inside: [169.254.21.40/30, 169.254.21.44/30, 169.254.22.40/30, 169.254.22.44/30] }\n")]
    public void Fix_OfAnExistingGatewaysAddresses_EndsTheFinding(string link)
    {
        string Request(string addresses) => $"azure: {{ location: westeurope, network: 10.1.0.0/16, gateway: {{ {Gateway}{addresses} }} }}\n{link}";
        var fix = Assert.Single(Check(Request("")), finding => finding.Code == "AZ115").Fix;
        var line = Addresses().Match(fix);
        Assert.True(line.Success, fix);
        Assert.DoesNotContain(Check(Request($", {line.Value}")), finding => finding.Code == "AZ115");
    }

    private static string Sites(string gateway, int asn) => $$"""
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16, gateway: { {{gateway}} } }
        azure:
          west: { location: westeurope, network: 10.1.0.0/16 }
          north: { location: northeurope, network: 10.4.0.0/16, gateway: { asn: {{asn}} } }
        links:
          - { between: [frankfurt, west], slot: 0 }
          - { between: [frankfurt, north], slot: 1 }

        """;

    private static ValueList<Finding> Check(string text)
    {
        var whole = "name: shop\n" + text
            + (text.Contains("aws:\n", StringComparison.Ordinal) || text.Contains("aws: {", StringComparison.Ordinal) ? "" : "aws: { region: eu-central-1, network: 10.2.0.0/16 }\n")
            + (text.Contains("azure:", StringComparison.Ordinal) ? "" : Azure);
        var read = RequestReader.Read(whole, "request.yaml", _ => null);
        Assert.Empty(read.Findings.Select(finding => finding.Message));
        return RuleBook.Check(read.Document!);
    }

    [GeneratedRegex(@"bgpAddresses: \[[0-9., ]+\]")]
    private static partial Regex Addresses();
}
