using S2SVpn.Design;
using S2SVpn.Design.Catalogue;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests.Appliances;

/// <summary>How a machine fetches its keys: by the role that it has, from somebody who answers as the clouds do.</summary>
public sealed class KeyFetchTests : IDisposable
{
    // Answers as the metadata service, Secrets Manager, EC2 and a key vault do, and remembers what it was asked.
    private const string Prelude = """
        import http.server, json, os, subprocess, sys, threading
        asked = []
        class Cloud(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                asked.append((self.command, self.path, dict(self.headers), body))
                texts = {
                    "/latest/api/token": "token",
                    "/latest/meta-data/iam/security-credentials/": "role",
                    "/latest/meta-data/iam/security-credentials/role": json.dumps({"AccessKeyId": "AKID", "SecretAccessKey": "S/e+c\"r\\et", "Token": "session"}),
                    "/latest/meta-data/services/domain": "amazonaws.com",
                }
                if self.path.startswith("/metadata/identity"):
                    text = json.dumps({"access_token": "bearer"})
                elif self.path.startswith("/secrets/"):
                    text = json.dumps({"value": json.dumps({"private": "A" * 43 + "=", "peer": "B" * 42 + "A="})})
                elif self.path.startswith("/metadata/instance/compute/azEnvironment"):
                    text = "AzurePublicCloud"
                elif self.path.startswith("/tables/one/routes/"):
                    text = "{}"
                elif self.path.startswith("/tables/one"):
                    text = json.dumps({"properties": {"routes": [
                        {"name": "to-aws", "properties": {"addressPrefix": "10.0.0.0/16", "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.3.10.5"}},
                        {"name": "own", "properties": {"addressPrefix": "0.0.0.0/0", "nextHopType": "Internet"}}]}})
                elif "Action=DescribeRouteTables" in body:
                    text = '<r xmlns="http://ec2/"><routeTableSet><item><routeTableId>rtb-1</routeTableId><routeSet><item><destinationCidrBlock>10.3.0.0/16</destinationCidrBlock><networkInterfaceId>eni-1</networkInterfaceId><state>blackhole</state></item><item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId></item></routeSet></item></routeTableSet></r>'
                else:
                    text = texts.get(self.path) or json.dumps({"SecretString": "key.of." + json.loads(body)["SecretId"]} if "SecretId" in body else {})
                self.send_response(200)
                self.end_headers()
                self.wfile.write(text.encode())
            do_GET = do_PUT = do_POST = answer
            def log_message(self, *_):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Cloud)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = "http://127.0.0.1:%d" % server.server_port
        os.environ.update(S2S_METADATA=root, S2S_ENDPOINT=root + ("" if "azure" in sys.argv[2] else "/"), S2S_TEMPLATES=sys.argv[1], S2S_RUN=sys.argv[1], S2S_RESOURCE="https://vault.azure.net", S2S_MACHINE=sys.argv[1] + "/machine.json", S2S_KEYS=sys.argv[1] + "/keys.conf")
        sys.path.insert(0, sys.argv[1])
        import importlib.machinery, importlib.util
        def load(name):
            loader = importlib.machinery.SourceFileLoader(name.replace("-", "_"), sys.argv[1] + "/" + name)
            module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
            loader.exec_module(module)
            return module

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_OfAMachineInAws_AreSignedForAndOnlyRootsToRead()
    {
        var said = await RunAsync("strongswan-pair", """
            keys = load("s2s-keys")
            machine = json.load(open(os.environ["S2S_MACHINE"]))
            print(keys.write(keys.render(machine)), keys.write(keys.render(machine)), oct(os.stat(os.environ["S2S_KEYS"]).st_mode & 0o777))
            print(open(os.environ["S2S_KEYS"]).read(), end="")
            signed = [headers for method, path, headers, body in asked if method == "POST"]
            print(len(signed), all(h["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=AKID/") for h in signed), all("x-amz-security-token" in h["Authorization"].lower() for h in signed), {h["X-Amz-Target"] for h in signed})
            """);

        Assert.Equal($"""
            True False 0o600
            secrets {"{"}
              ike-s2s0 {"{"}
                id-local = 198.51.100.1
                id-remote = 203.0.113.1
                secret = 0x{Convert.ToHexStringLower("key.of.arn:aws:secretsmanager:eu-central-1:000000000000:secret:link-1-1"u8)}
              {"}"}
              ike-s2s1 {"{"}
                id-local = 198.51.100.1
                id-remote = 203.0.113.2
                secret = 0x{Convert.ToHexStringLower("key.of.arn:aws:secretsmanager:eu-central-1:000000000000:secret:link-1-1"u8)}
              {"}"}
            {"}"}
            2 True True {"{"}'secretsmanager.GetSecretValue'{"}"}
            """.ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public async Task Routes_OfAPair_AreReadAndTakenInTheirTablesAlone()
    {
        var said = await RunAsync("strongswan-pair", """
            import s2s_cloud
            machine = json.load(open(os.environ["S2S_MACHINE"]))
            found = s2s_cloud.routes(machine)
            print(found)
            s2s_cloud.take(machine, found)
            print([body for method, path, headers, body in asked if "ReplaceRoute" in body])
            """);

        Assert.Equal("""
            [('rtb-1', '10.3.0.0/16', 'eni-1', True)]
            ['Action=ReplaceRoute&Version=2016-11-15&RouteTableId=rtb-1&DestinationCidrBlock=10.3.0.0%2F16&NetworkInterfaceId=eni-0']
            """.ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public async Task Keys_OfWireguardInAzure_AreOnlyRootsToReadAndHandedOver()
    {
        var said = await RunAsync("wireguard", """
            keys = load("s2s-keys")
            import s2s_cloud
            machine = json.load(open(os.environ["S2S_MACHINE"]))
            secret = machine["tunnels"][0]["secret"]
            machine["tunnels"][0]["secret"] = root + "/secrets/" + secret.rsplit("/", 1)[1]
            called = []
            keys.subprocess.run = lambda command, check: called.append((command[:3], check))
            keys.load(machine, machine["tunnels"][0])
            path = os.path.join(sys.argv[1], "s2s0.conf")
            print(secret, called, oct(os.stat(path).st_mode & 0o777))
            print(open(path).read(), end="")
            print([headers["Authorization"] for method, path, headers, body in asked if path.startswith("/secrets/")])
            for wrong in ("", "AAAA", "?" * 44):
                try:
                    keys.key(wrong)
                    print("taken")
                except ValueError:
                    print("refused")
            """, Cloud.Azure);

        Assert.Equal("""
            https://kv-0.vault.azure.net/secrets/link-1-1 [(['wg', 'syncconf', 's2s0'], True)] 0o600
            [Interface]
            PrivateKey = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            ListenPort = 51820

            [Peer]
            PublicKey = BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=
            Endpoint = 198.51.100.1:51820
            AllowedIPs = 0.0.0.0/0
            PersistentKeepalive = 25
            ['Bearer bearer']
            refused
            refused
            refused
            """.ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public async Task Routes_OfAPairInAzure_AreReadAndTakenInTheirTableAlone()
    {
        var said = await RunAsync("wireguard-pair", """
            import s2s_cloud
            machine = json.load(open(os.environ["S2S_MACHINE"]))
            found = s2s_cloud.routes(machine)
            print(found)
            s2s_cloud.take(machine, found)
            print([(path.split("?")[0], json.loads(body)) for method, path, headers, body in asked if method == "PUT"])
            """, Cloud.Azure);

        Assert.Equal("""
            [('/tables/one/routes/to-aws', '10.0.0.0/16', '10.3.10.5', False)]
            [('/tables/one/routes/to-aws', {'properties': {'addressPrefix': '10.0.0.0/16', 'nextHopType': 'VirtualAppliance', 'nextHopIpAddress': '10.3.10.4'}})]
            """.ReplaceLineEndings("\n"), said);
    }

    private async Task<string> RunAsync(string example, string script, Cloud cloud = Cloud.Aws)
    {
        Assert.SkipWhen(Command.Find("python3") is null || Command.Find("curl") is null, "There is no Python or no curl here.");
        foreach (var file in Machines.Files(example, 0, cloud).Values.Where(file => file.Path.Contains("/s2s", StringComparison.Ordinal)))
        {
            File.WriteAllText(_folder[Path.GetFileName(file.Path)], file.Content);
        }

        File.WriteAllText(_folder["test.py"], Prelude + script + "\n");
        var run = await Command.RunAsync("python3", [_folder["test.py"], Path.GetDirectoryName(_folder["test.py"])!, Words.Of(cloud)], _folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.TrimEnd();
    }
}
