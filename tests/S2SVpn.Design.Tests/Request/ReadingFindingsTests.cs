using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Each finding of reading: what it says, the text it points at, and what to do.</summary>
public sealed class ReadingFindingsTests
{
    private const string Head = "name: shop\naws: { region: eu-central-1, network: 10.2.0.0/16 }\nazure: { location: westeurope, network: 10.1.0.0/16 }\n";

    private const string FirstKeys = "Write at least name, aws with region and network, and azure with location and network.";

    public static TheoryData<string, string, int, string, string, string> Syntax => new()
    {
        { "name: shop\n\taws: x\n", "REQ001", 2, "\t", "not valid YAML: a line is indented with a tab", "Use spaces instead of the tab." },
        { "name: shop\nlink:\n\trouting: static\n", "REQ001", 3, "\t", "not valid YAML: a line is indented with a tab", "Use spaces instead of the tab." },
        { "name: shop\nlink:\n  tunnels: {\n\tstartup: add }\n", "REQ001", 4, "\t", "not valid YAML: a line is indented with a tab", "Use spaces instead of the tab." },
        { "name: \"shop\naws: x\n", "REQ001", 1, "\"shop", "not valid YAML: the quote that opens here is not closed, or a line in it is not indented", "Close it on the same line." },
        { "name: 'shop", "REQ001", 1, "'shop", "not valid YAML: the quote that opens here is not closed, or a line in it is not indented", "Close it on the same line." },
        { "name: shop\naws: { region: x\nazure: {}\n", "REQ001", 2, "{", "not valid YAML: the bracket that opens here is not closed by line 3", "Close it with }." },
        { "a: [1, 2\nb: 3\n", "REQ001", 1, "[", "not valid YAML: the bracket that opens here is not closed by line 2", "Close it with ]." },
        { "{\"name\": \"shop\" \"owner\": \"x\"}", "REQ001", 1, "\"owner\": \"x\"}", "not valid YAML: a comma or the closing } is missing", "Put commas between the items, and close the bracket." },
        { "name: shop\n}\n", "REQ001", 2, "}", "not valid YAML: unmatched closing bracket", "Remove it, or add the opening bracket." },
        { "name: shop\nowner: @me\n", "REQ001", 2, "@me", "not valid YAML: a value can't start with @", "Put quotes around it." },
        { "name: shop: two\n", "REQ001", 1, ": two", "not valid YAML: a value contains a second colon", "Put quotes around a value that contains a colon and a space, or start a new line for the second key." },
        { "name shop\nowner: x\n", "REQ001", 1, "name shop", "not valid YAML: a line has no colon after its key", "Write key: value." },
        { "name: shop\n  owner: x\n", "REQ001", 2, "owner: x", "not valid YAML: a line is indented below a key that already has a value", "Indent all keys of a map equally." },
        { "aws:\n  region: x\n network: y\n", "REQ001", 3, "network: y", "not valid YAML: the indentation of a line matches none above it", "Indent all keys of a map equally, and all items of a list." },
        { "name: shop\n- a\n", "REQ001", 2, "- a", "not valid YAML: a list item is where a key is expected", "Put a key above the list, and indent the items below it." },
        { "aws:\n  : region: x\n  network: y\n", "REQ001", 2, ": region: x", "not valid YAML: a line starts with a colon and has no key", "Write a key before the colon." },
        { "aws:\n  : x\n  network: y\nazure: z\n", "REQ001", 2, ": x", "not valid YAML: a line starts with a colon and has no key", "Write a key before the colon." },
        { "name: \"\\q\"\n", "REQ001", 1, "\"\\q\"", "not valid YAML: unknown escape after \\ in double quotes", "Write \\\\ for one \\, or use single quotes." },
        { "? [a]\n: b\n", "REQ001", 1, "[", "a key is a map or a list; it has to be a single word", "Write each key as a word followed by a colon; put quotes around a value that starts with { or [." },
        { "name: !Ref x\n", "REQ001", 1, "!Ref x", "a value has a custom tag (!name), which is not supported", "Remove the tag; put quotes around a text that starts with an exclamation mark." },
        { "name: shop\naws:\n  region:\u00a0eu-central-1\n  network: y\nazure: z\n", "REQ001", 3, "\u00a0", "not valid YAML: a no-break space stands where a space belongs", "Replace the no-break space (U+00A0) with a space." },
        { "aws: >= 6.25, < 7\n", "REQ001", 1, ">= 6.25, < 7", "not valid YAML: a value that starts with > or | is one of several lines", "Put quotes around it." },
        { "name: a\0b\n", "REQ001", 1, "\0", "not valid YAML: the file contains a control character (U+0000)", "Remove it." },
        { "{\n  \"name\": \"shop\"\n\t\"owner\": \"x\"\n}\n", "REQ001", 3, "\"owner\": \"x\"", "not valid YAML: a comma or the closing } is missing", "Put commas between the items, and close the bracket." },
        { "{\n  \"name\": \"shop\",\n  \"links\": [1\n}\n", "REQ001", 3, "[", "not valid YAML: the bracket that opens here is not closed by line 4", "Close it with ]." },
        { "{\n  \"name\": \"shop\"\n", "REQ001", 1, "{", "not valid YAML: the bracket that opens here is not closed by line 3", "Close it with }." },
        { "%YAML 99999999999.1\n---\na: b\n", "REQ001", 1, "%YAML 99999999999.1", "not valid YAML: while scanning a %YAML directive, found extremely long version number", "Indent all keys of a map equally, put a space after each colon, and close each quote and bracket." },
        { "", "REQ012", 1, "", "the file contains no request", FirstKeys },
        { "# nothing\n", "REQ012", 1, "#", "the file contains no request", FirstKeys },
        { "---\n~\n", "REQ012", 1, "-", "the file contains no request", FirstKeys },
        { "a: *x\n", "REQ015", 1, "*x", "an alias has no anchor with its name above it", "Mark a value above with &name to repeat it with *name; put quotes around a text that starts with *." },
        { "a: &x [*x]\n", "REQ015", 1, "*x", "an alias is inside the value that it repeats", "Mark a value above with &name to repeat it with *name; put quotes around a text that starts with *." },
        { "name: shop\n<<: x\n", "REQ003", 2, "<<", "<< needs a map, but has one value", "Write <<: *name, where &name marks a map above." },
        { "- a\n", "REQ003", 1, "- a", "the request has a list, which is not a map with the keys name, aws and azure", FirstKeys },
        { "name:shop\naws:x\n", "REQ003", 1, "name:shop", "the request has one value, which is not a map with the keys name, aws and azure", "Put a space behind the colon of each key." },
    };

    public static TheoryData<string, string, int, string, string, string> Values => new()
    {
        { "internet_gateway: true", "REQ002", 4, "internet_gateway", "the request has no key 'internet_gateway'", "Remove it. Keys here: name, owner, environment, tags, aws, azure, links, access, probes, monitoring, terraform, accept." },
        { "acces: []", "REQ002", 4, "acces", "the request has no key 'acces'", "Did you mean access? Keys here: name, owner, environment, tags, aws, azure, links, access, probes, monitoring, terraform, accept." },
        { "probes: { vpnType: x }", "REQ002", 4, "vpnType", "probes has no key 'vpnType'", "vpnType belongs under azure.gateway. Keys here: sshKey, sshFrom, aws, azure." },
        { "link: { prefixes: { routing: bgp } }", "REQ002", 4, "routing", "link.prefixes has no key 'routing'", "routing belongs under link. Keys here: aws, azure." },
        { "probes: { tags: {} }", "REQ002", 4, "tags", "probes has no key 'tags'", "tags belongs at the top, without indentation. Keys here: sshKey, sshFrom, aws, azure." },
        { "owner: [a, b]", "REQ003", 4, "[a, b]", "owner has a list, which is not a text", "owner: the owner; written as a tag." },
        { "monitoring: { dashboard: yes }", "REQ003", 4, "yes", "monitoring.dashboard 'yes' is not true or false", "Write true." },
        { "monitoring: { dashboard: off }", "REQ003", 4, "off", "monitoring.dashboard 'off' is not true or false", "Write false." },
        { "monitoring: { dashboard: big }", "REQ003", 4, "big", "monitoring.dashboard 'big' is not true or false", "Write true or false." },
        { "link: { slot: 1.5 }", "REQ003", 4, "1.5", "link.slot '1.5' is not a whole number", "slot: its place among the links of the same gateways, 0 to 31: fixes its inside addresses for good." },
        { "link: { tunnels: { replayWindow: 99999999999 } }", "REQ003", 4, "99999999999", "link.tunnels.replayWindow '99999999999' is more than 2147483647", "replayWindow: AWS's replay window in packets, 64 to 2048. For example: replayWindow: 1024" },
        { "link: { tunnels: { dpd: 45 } }", "REQ003", 4, "45", "link.tunnels.dpd has one value, which is not a map with keys such as timeout", "dpd: dead peer detection." },
        { "link: { crypto: [fast] }", "REQ003", 4, "[fast]", "link.crypto has a list, which is not one of strong, balanced, fast, legacy, nor a map with keys such as profile", "crypto: which algorithms protect it. For example: crypto: strong" },
        { "links: { between: [a, b] }", "REQ003", 4, "{ between: [a, b] }", "links has a map, which is not a list of maps, each with keys such as name", "Put a dash before each item: '- '. links: the VPN links, each from one AWS site to one Azure site." },
        { "tags: [a]", "REQ003", 4, "[a]", "tags has a list, which is not a map of names and their values", "tags: additional tags on all resources that support them." },
        { "probes: { sshFrom: { a: 1 } }", "REQ003", 4, "{ a: 1 }", "probes.sshFrom has a map, which is not a network such as 10.1.0.0/16", "Put a dash before each item: '- '. sshFrom: the networks that may connect by SSH from outside; left out, none. For example: sshFrom: [203.0.113.7/32]" },
        { "accept: [{ rule: X016 }]", "REQ004", 4, "{ rule: X016 }", "accept[0] has no because, which is required", "Add because: why the warning does not matter here." },
        { "accept: [{ rule: X016, because: }]", "REQ004", 4, "because", "accept[0].because is empty", "Give it a value. because: why the warning does not matter here." },
        { "probes: { sshFrom: [, 10.0.0.0/8] }", "REQ001", 4, ", 10.0.0.0/8] }", "not valid YAML: a comma or the closing ] is missing", "Put commas between the items, and close the bracket." },
        { "monitoring: { notify: [~] }", "REQ004", 4, "~", "monitoring.notify[0] is empty", "Give it a value. notify: E-mail addresses that receive alarms." },
        { "tags: { a: }", "REQ004", 4, "a", "tags.a is empty", "Give it a value. tags: additional tags on all resources that support them." },
        { "owner: a\nowner: b", "REQ005", 5, "owner", "the request has 'owner' twice, first on line 4", "Remove one of the two, or merge them." },
        { "link: {}\nlinks: []", "REQ005", 5, "links", "the request has links and, on line 4, link, which are the same", "Remove one of the two, or merge them." },
        { "tags: { a: x, a: y }", "REQ005", 4, "a", "tags has 'a' twice, first on line 4", "Remove one of the two, or merge them." },
        { "owner: ''", "REQ006", 4, "''", "owner '' is empty", "owner: the owner; written as a tag." },
        { "link: { slot: -4000000000 }", "REQ003", 4, "-4000000000", "link.slot '-4000000000' is less than -2147483648", "slot: its place among the links of the same gateways, 0 to 31: fixes its inside addresses for good." },
        { "link: { inside: [169.254.21.2/30] }", "REQ006", 4, "169.254.21.2/30", "link.inside[0] '169.254.21.2/30' is an address inside a network, not a network; the network is 169.254.21.0/30", "inside: inside networks by hand, in the order of the tunnels 1.1, 1.2, 2.1, 2.2 (AWS connection, tunnel). For example: inside: [169.254.21.0/30, 169.254.22.0/30, 169.254.21.4/30, 169.254.22.4/30]" },
        { "link: { crypto: { ike: { integrity: GCMAES256 } } }", "REQ007", 4, "GCMAES256", "link.crypto.ike.integrity 'GCMAES256' is not one of md5, sha1, sha256, sha384, sha512", "Leave integrity out: a GCM cipher has its own, and in IKE the profile's hash serves the pseudo-random function." },
        { "link: { keys: [SuperSecret.1] }", "REQ003", 4, "[SuperSecret.1]", "link.keys has a list, which is not one of generated, aws, variables, secrets-manager, key-vault, certificate, nor a map with keys such as source", "keys: where the pre-shared keys come from. For example: keys: generated. The keys themselves stay out of this file: write keys: variables and give them to Terraform as TF_VAR_psk_…, or name secrets of a store in keys.secretsManager or keys.keyVault." },
        { "probes: { sshFrom: 203.0.113.7 }", "REQ006", 4, "203.0.113.7", "probes.sshFrom '203.0.113.7' has no prefix length; for one address write 203.0.113.7/32", "sshFrom: the networks that may connect by SSH from outside; left out, none. For example: sshFrom: [203.0.113.7/32]" },
        { "link: { name: 'Up' }", "REQ006", 4, "'Up'", "link.name 'Up' is not a name of at most 30 lower-case letters, digits and hyphens that starts with a letter", "name: its name; left out, link for the only one, or the names of its two sites." },
        { "link: { name: \"up\\n\" }", "REQ006", 4, "\"up\\n\"", "link.name 'up?' is not a name of at most 30 lower-case letters, digits and hyphens that starts with a letter", "name: its name; left out, link for the only one, or the names of its two sites." },
        { "link: { tunnels: { each: { 1.3: {} } } }", "REQ006", 4, "1.3", "link.tunnels.each has a name '1.3' that is not a tunnel: 1.1, 1.2, 2.1 or 2.2", "Choose a different name." },
        { "link: { routing: bpg }", "REQ007", 4, "bpg", "link.routing 'bpg' is not one of bgp, static", "Did you mean bgp? The choices are bgp, static." },
        { "link: { routing: ospf }", "REQ007", 4, "ospf", "link.routing 'ospf' is not one of bgp, static", "Write one of bgp, static." },
        { "owner: ${env:MISSING}", "REQ008", 4, "${env:MISSING}", "owner uses the environment variable MISSING, which is not set", "Set MISSING, or give a default: ${env:MISSING:-default}." },
        { "owner: ${env:NOTHING}", "REQ008", 4, "${env:NOTHING}", "owner uses the environment variable NOTHING, which is not set", "Set NOTHING, or give a default: ${env:NOTHING:-default}." },
        { "owner: '${env:1X}'", "REQ009", 4, "'${env:1X}'", "owner has a ${…} that is not supported here", "Write ${env:NAME} or ${env:NAME:-default}, with a name of letters, digits and underscores." },
        { "owner: '${aws_vpc.x.id}'", "REQ009", 4, "'${aws_vpc.x.id}'", "owner has a ${…} that is not supported here", "Write ${env:NAME} or ${env:NAME:-default}, with a name of letters, digits and underscores." },
        { "owner: 'x ${env:ASN'", "REQ009", 4, "'x ${env:ASN'", "owner has a ${…} that is not supported here", "Write ${env:NAME} or ${env:NAME:-default}, with a name of letters, digits and underscores." },
        { "owner: '%{ if x }'", "REQ009", 4, "'%{ if x }'", "owner contains, or gets from a variable, a ${ or %{ that Terraform would evaluate", "Write the value itself; only ${env:NAME} and ${env:NAME:-default} are filled in." },
        { "owner: ${env:TEMPLATE}", "REQ009", 4, "${env:TEMPLATE}", "owner contains, or gets from a variable, a ${ or %{ that Terraform would evaluate", "Write the value itself; only ${env:NAME} and ${env:NAME:-default} are filled in." },
        { "tags: { '${env:ASN}': x }", "REQ006", 4, "'${env:ASN}'", "tags has a name '${env:ASN}' that is not a name of at most 128 characters", "Choose a different name." },
        { "--- \nname: two", "REQ011", 4, "---", "a second document starts here; a request is a single document", "Move it to its own file, or remove the line with ---." },
    };

    [Theory]
    [MemberData(nameof(Syntax))]
    public void Read_BrokenFile_SaysWhereAndWhatToDo(string text, string code, int line, string at, string message, string fix) =>
        Check(text, code, line, at, message, fix);

    // Apart from the others, since the runner's own files can't hold an unpaired surrogate.
    [Fact]
    public void Read_UnpairedSurrogate_IsRefused() => Assert.All(["name: a\ud800\n", "name: a\udc00b\n", "name: a\ud800"], text =>
        Check(text, "REQ001", 1, text[7..8], "not valid YAML: the file contains an unpaired surrogate", "Remove it."));

    [Theory]
    [MemberData(nameof(Values))]
    public void Read_BadValue_SaysWhereAndWhatToDo(string text, string code, int line, string at, string message, string fix) =>
        Check($"{Head}{text}\n", code, line, at, message, fix);

    [Fact]
    public void Read_ManyThingsWrong_FindsAllInTheOrderOfTheFile()
    {
        var (document, findings) = Requests.Read("""
            nmae: shop
            aws:
              regoin: eu-central-1
              network: { cidr: 10.2.0.1/16, cidrs: [10.2.0.0/16] }
            azure:
              network: []
              gateway: { sku: VpnGw9, zones: [1, two, ${env:MISSING}], asn: {} }
            access: [{ from: aws, tcp: 70000 }]
            """);
        Assert.Null(document);
        Assert.Equal(
            [
                "REQ002:1:1", "REQ002:3:3", "REQ006:4:20", "REQ005:4:33", "REQ004:5:1", "REQ007:7:19", "REQ003:7:38", "REQ008:7:43",
                "REQ003:7:65", "REQ004:8:10", "REQ006:8:28",
            ],
            findings.Select(finding => $"{finding.Code}:{finding.Place.Span.Line}:{finding.Place.Span.Column}"));
        Assert.All(findings, finding => Assert.True(finding.Stops));
    }

    [Theory]
    [InlineData("West Europe", "Write westeurope.")]
    [InlineData("WestEurope", "Write westeurope.")]
    [InlineData("west-europe", "location: the location, such as westeurope.")]
    public void Read_LocationInItsLongForm_SaysTheShortOne(string location, string fix)
    {
        var finding = Assert.Single(Requests.Read(Head.Replace("westeurope", location, StringComparison.Ordinal)).Findings);
        Assert.Equal(
            (ReadingCodes.Illegal, $"azure.location '{location}' is not a location of Azure in its short form, such as westeurope", fix),
            (finding.Code, finding.Message, finding.Fix));
    }

    [Fact]
    public void Read_RepeatedKey_NamesBothPlaces()
    {
        var finding = Assert.Single(Requests.Read(Head + "owner: a\nowner: b\n").Findings);
        Assert.Equal(["s2svpn.yaml:5:1", "s2svpn.yaml:4:1"], finding.Places.Select(place => place.Span.ToString()));
    }

    [Fact]
    public void Read_WrongValueBehindAliases_IsFoundOnce()
    {
        var finding = Assert.Single(Requests.Read(Head + "access: [&a { from: aws, to: azure, udp: 0 }, *a, *a]\n").Findings);
        Assert.Equal("access[0].udp", finding.Place.Path);
    }

    [Fact]
    public void All_EveryCode_IsTestedHereOrWhereFilesAndLimitsAre()
    {
        var tested = Syntax.Concat(Values).Select(row => row.Data.Item2)
            .Append(ReadingCodes.Secret)
            .Concat([ReadingCodes.TooBig, ReadingCodes.TooDeep, ReadingCodes.Unreadable, ReadingCodes.NotUtf8]);
        Assert.Equal(ReadingCodes.All.Select(code => code.Code), tested.Distinct().Order());
    }

    private static void Check(string text, string code, int line, string at, string message, string fix)
    {
        var (document, findings) = Requests.Read(text);
        Assert.Null(document);
        var finding = Assert.Single(findings);
        Assert.Equal((code, message, fix), (finding.Code, finding.Message, finding.Fix));
        Assert.Equal((line, at), (finding.Place.Span.Line, Requests.At(text, finding.Place.Span)));
    }
}
