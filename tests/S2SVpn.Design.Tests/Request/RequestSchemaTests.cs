using System.Text.Json.Nodes;
using S2SVpn.Design.Request.Schema;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Tests.Request;

public sealed class RequestSchemaTests
{
    private const string Command = "dotnet run --project src/S2SVpn.App -- schema > schema/s2svpn.schema.json";

    private static readonly SchemaChecker Checker = new(JsonNode.Parse(RequestSchema.Json())!.AsObject());

    [Fact]
    public void Json_CommittedFile_IsEqual()
    {
        if (S2SVpn.Tests.Support.Snapshot.IsAccepted)
        {
            File.WriteAllText(Repository("schema/s2svpn.schema.json"), RequestSchema.Json());
        }

        var committed = File.ReadAllText(Repository("schema/s2svpn.schema.json")).Split('\n');
        var made = RequestSchema.Json().Split('\n');
        var same = committed.Zip(made).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            same == committed.Length && same == made.Length,
            $"schema/s2svpn.schema.json is not what the records say, from line {same + 1} on:\n"
            + $"- {committed.ElementAtOrDefault(same)}\n+ {made.ElementAtOrDefault(same)}\nAccept it with: {Command}");
    }

    [Fact]
    public void Json_Lines_EndInLineFeeds()
    {
        var json = RequestSchema.Json();
        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.Equal(Command, JsonNode.Parse(json)!["$comment"]!.GetValue<string>()["Generated: ".Length..]);
    }

    [Fact]
    public void Json_EveryKeyAndDefinition_IsDescribed()
    {
        var schema = JsonNode.Parse(RequestSchema.Json())!;
        var maps = schema["$defs"]!.AsObject().Select(pair => (pair.Key, Map: pair.Value!["properties"] ?? pair.Value["anyOf"]?[0]?["properties"]))
            .Append(("", schema["properties"]))
            .Where(pair => pair.Item2 is not null);
        var bare = maps.SelectMany(pair => pair.Item2!.AsObject().Where(key => string.IsNullOrEmpty(key.Value!["description"]?.GetValue<string>()))
            .Select(key => $"{pair.Item1}.{key.Key}"));
        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("$defs.AzureGateway.anyOf[0].properties.sku.default", "VpnGw1AZ")]
    [InlineData("$defs.AzureGateway.anyOf[0].properties.asn.default", "65515")]
    [InlineData("$defs.Dpd.properties.timeout.default", "45s")]
    [InlineData("$defs.Link.properties.crypto.default", "strong")]
    [InlineData("$defs.S3Backend.properties.lockFile.default", "true")]
    [InlineData("$defs.TrafficSelector.properties.aws.default", "[\"0.0.0.0/0\"]")]
    [InlineData("$defs.GatewayGeneration.anyOf[0].enum", "[\"1\",1,\"2\",2]")]
    [InlineData("$defs.IkeVersion.anyOf[0].enum", "[\"ikev1\",\"ikev2\"]")]
    [InlineData("$defs.Encryption.anyOf[1].enum[0]", "aes128-cbc")]
    [InlineData("$defs.Cidr.anyOf[0].examples", "[\"10.2.0.0/16\"]")]
    [InlineData("$defs.AwsNetwork.anyOf[0].allOf[0].oneOf[1].required", "[\"cidr\"]")]
    public void Json_PartOfIt_SaysWhatTheRecordsSay(string path, string expected)
    {
        var node = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Aggregate(
            JsonNode.Parse(RequestSchema.Json())!, (at, step) => int.TryParse(step, out var index) ? at[index]! : at[step]!);
        Assert.Equal(expected, node is JsonValue ? node.ToString() : node.ToJsonString());
    }

    [Theory]
    [InlineData(nameof(Requests.Smallest))]
    [InlineData(nameof(Requests.Everything))]
    [InlineData(nameof(Requests.SeveralSites))]
    [InlineData(nameof(Requests.ExistingNetwork))]
    [InlineData(nameof(Requests.Json))]
    public void Check_GoodRequest_Holds(string name)
    {
        var text = (string)typeof(Requests).GetField(name)!.GetValue(null)!;
        Assert.Empty(Checker.Check(YamlAsJson.Read(text)));
        Assert.Empty(Checker.Check(YamlAsJson.Read(RequestWriter.Write(Requests.Good(text).Request))));
    }

    [Fact]
    public void Check_Starter_Holds()
    {
        var text = File.ReadAllText(Repository("s2svpn.yaml"));
        Assert.StartsWith($"# yaml-language-server: $schema={RequestWriter.Schema}\n", text, StringComparison.Ordinal);
        Assert.Empty(Checker.Check(YamlAsJson.Read(text)));
        Requests.Good(text);
    }

    [Theory]
    [InlineData("link: { crypto: fast, keys: aws, slot: ${env:ASN} }")]
    [InlineData("link: { crypto: { ike: { dhGroup: 20, encryption: gcmaes256 } }, tunnels: { dpd: { timeout: 45 } } }")]
    [InlineData("access: [{ from: [aws, 10.0.0.0/8], to: azure.app, tcp: 443, udp: [53, 8000-8100] }]")]
    [InlineData("owner: 42")]
    [InlineData("terraform: { backend: { local: ./x }, versions: { aws: 6.25 }, stacks: per-cloud }")]
    [InlineData("monitoring: { alarms: false, logs: { format: text } }")]
    public void Check_WhatReads_Holds(string line)
    {
        Requests.Good($"{Requests.Smallest}{line}\n");
        Assert.Empty(Checker.Check(YamlAsJson.Read($"{Requests.Smallest}{line}\n")));
    }

    [Theory]
    [InlineData("ownr: x", ".ownr is not allowed")]
    [InlineData("owner: ''", ".owner is too short")]
    [InlineData("owner: [x]", ".owner is no string/number/boolean")]
    [InlineData("link: {}\nlinks: []", " is what it must not be")]
    [InlineData("link: { routing: ospf }", ".link.routing is none of the choices")]
    [InlineData("link: { slot: 1.5 }", ".link.slot is none of the choices")]
    [InlineData("link: { name: Up }", ".link.name is none of the choices")]
    [InlineData("link: { tunnels: { each: { 3.1: {} } } }", ".link.tunnels.each.3.1 (name) does not match ^[12]\\.[12]$")]
    [InlineData("accept: [{ rule: X016 }]", ".accept[0].because is missing")]
    [InlineData("probes: { sshFrom: 10.0.0.0 }", ".probes.sshFrom is none of the choices")]
    [InlineData("monitoring: { dashboard: yes }", ".monitoring.dashboard is none of the choices")]
    public void Check_WhatDoesNotRead_DoesNotHold(string line, string expected)
    {
        var text = $"{Requests.Smallest}{line}\n";
        Assert.NotEmpty(Requests.Read(text).Findings);
        Assert.Equal([expected], Checker.Check(YamlAsJson.Read(text)));
    }

    private static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "S2SVpnCdktf.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }
}
