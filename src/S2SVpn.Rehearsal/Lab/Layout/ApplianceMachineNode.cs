using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>A machine of an appliance: what its own files say, and what its cloud was told of it.</summary>
internal sealed partial class ApplianceMachineNode
{
    private const string Wireguard = "/etc/s2s/wireguard/";
    private const string Tunnels = "/etc/s2s/tunnels";
    private const string Bird = "/etc/s2s/bird.conf";
    private const string Kernel = "/etc/sysctl.d/60-s2s.conf";
    private const string Filter = "/etc/s2s/filter.nft";
    public const string FactsFile = "/etc/s2s/machine.json";

    private readonly IReadOnlyDictionary<string, string> _files;

    private ApplianceMachineNode(Cloud cloud, TerraformState state, StateResource instance, StateResource card, StateResource? address, CloudConfig config, IReadOnlyDictionary<string, string> files) =>
        (Cloud, State, Instance, Interface, PublicAddress, Config, _files) = (cloud, state, instance, card, address, config, files);

    public Cloud Cloud { get; }

    /// <summary>What Terraform recorded beside it: its rights, and the ways that lead to it.</summary>
    public TerraformState State { get; }

    public StateResource Instance { get; }

    /// <summary>Its network interface.</summary>
    public StateResource Interface { get; }

    /// <summary>The public address of its network interface; null for none.</summary>
    public StateResource? PublicAddress { get; }

    public string Name => NameOf(Instance);

    /// <summary>The zone that it stands in; null where that is none, or isn't known.</summary>
    public string? Zone => Cloud == Cloud.Aws ? State.Find("aws_subnet", Interface.Text("subnet_id"))?.Text("availability_zone") : Instance.Text("zone");

    /// <summary>Whether its kernel passes on what is not for itself: one switch with two names, of which the last line counts (kernel.org/doc/html/latest/networking/ip-sysctl.html).</summary>
    public bool Forwards => Switch().Matches(Text(Kernel)).LastOrDefault()?.Groups["value"].Value == "1";

    /// <summary>Whether its cloud swallows what is neither from nor for it.</summary>
    public bool IsChecked => Cloud == Cloud.Aws ? Interface.Flag("source_dest_check", otherwise: true) : !(Interface.Flag("ip_forwarding_enabled") || Interface.Flag("enable_ip_forwarding"));

    /// <summary>All that it is given at its first start.</summary>
    public CloudConfig Config { get; }

    /// <summary>Its own files, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Its address in its own network; null where its cloud doesn't say.</summary>
    public string? PrivateIp => Cloud == Cloud.Aws
        ? Interface.Text("private_ip") ?? (Interface.Texts("private_ips") is [var first, ..] ? first : null)
        : Interface.Text("private_ip_address") ?? Interface.Block("ip_configuration")?.Text("private_ip_address");

    /// <summary>The secrets that it fetches keys from.</summary>
    public IReadOnlyList<string> Secrets => [.. Known["tunnels"]!.AsArray().Select(tunnel => (string)tunnel!["secret"]!).Distinct()];

    /// <summary>The route tables that it changes as one of two machines; none of a single one.</summary>
    public IReadOnlyList<string> Tables => [.. Known["twin"]?["tables"]?.AsArray().Select(table => (string)table!) ?? []];

    /// <summary>What it knows of itself.</summary>
    /// <exception cref="LabException">Its file is no JSON.</exception>
    public JsonObject Known
    {
        get
        {
            try
            {
                return JsonNode.Parse(Text(FactsFile))!.AsObject();
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw new LabException($"{FactsFile} in the user data of {Instance} is no JSON object, so that its scripts end at once: {exception.Message}");
            }
        }
    }

    /// <summary>The same machine with the files that it is given once an address in them is another.</summary>
    public ApplianceMachineNode Moved(Ipv4 from, Ipv4 to) => new(Cloud, State, Instance, Interface, PublicAddress, Config, _files.ToDictionary(
        file => file.Key, file => Regex.Replace(file.Value, $@"(?<![\d.]){Regex.Escape($"{from}")}(?![\d.]*\d)", $"{to}")));

    /// <summary>The rules of its own filter.</summary>
    public string FilterRules => Text(Filter);

    /// <summary>The path of the file that BIRD is to read; null where the machine has no BGP.</summary>
    public string? BirdFile => Protocol().IsMatch(_files.GetValueOrDefault(Bird) ?? "") ? Bird : null;

    /// <summary>What BIRD is told; empty for a machine without it.</summary>
    public string BirdText => BirdFile is { } file ? Text(file) : "";

    /// <summary>What that says beside BGP sessions.</summary>
    public BirdProtocols BirdProtocols => new(BirdText, $"{Bird} in the user data of {Instance}");

    /// <summary>The lines of its tunnels for its programs, in words.</summary>
    public IReadOnlyList<string[]> TunnelLines => [.. Text(Tunnels).Split('\n').Select(line => line.Split(' ')).Where(words => words.Length > 1)];

    /// <summary>The connections of its configuration, by the names of their interfaces.</summary>
    public IReadOnlyList<KeyValuePair<string, SettingsSection>> Ends =>
        SwanctlFiles.Loaded(_files).Aggregate(new SettingsSection([], []), (all, path) => all.With(SettingsSection.Read(Text(path), path))).Section("connections").Sections;

    /// <summary>The files of its WireGuard interfaces, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, WireguardFile>> WireguardEnds =>
    [
        .. from file in _files
           where file.Key.StartsWith(Wireguard, StringComparison.Ordinal)
           let name = Path.GetFileNameWithoutExtension(file.Key)
           select new KeyValuePair<string, WireguardFile>(name, new WireguardFile(file.Value, $"{Path.GetFileName(file.Key)} of {Name}")),
    ];

    /// <summary>The BGP session of an interface as BIRD is told of it; null without one.</summary>
    public string? Session(string name) => Protocol().Matches(_files.GetValueOrDefault(Bird) ?? "").FirstOrDefault(match => match.Groups["name"].Value == name)?.Value;

    public BgpEnd? Bgp(string name)
    {
        if (Session(name) is not { } session || Speaker().Match(session) is not { Success: true } match)
        {
            return null;
        }

        long Number(string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return new BgpEnd
        {
            Address = Ipv4.Parse(match.Groups["own"].Value),
            Asn = Number("asn"),
            Peer = Ipv4.Parse(match.Groups["peer"].Value),
            PeerAsn = Number("peerasn"),
            HoldSeconds = (int)Number("hold"),
        };
    }

    /// <summary>The networks that lead into an interface as long as its tunnel is up.</summary>
    public IReadOnlyList<Cidr> StaticRoutes(string name) =>
        [.. Text(Tunnels).Split('\n').Select(line => line.Split(' ')).Where(words => words[0] == name).SelectMany(words => words.Skip(RoutesAt)).Select(Cidr.Parse)];

    /// <summary>The secret of a tunnel, as the machine would fetch it: the one that its file names.</summary>
    /// <returns>The value, and the resource that has it.</returns>
    public (string Value, string Address) Secret(TerraformState state, string name)
    {
        var secret = Known["tunnels"]!.AsArray().Where(tunnel => (string?)tunnel!["name"] == name).Select(tunnel => (string?)tunnel!["secret"]).FirstOrDefault();
        var (type, ids, value) = Cloud == Cloud.Aws
            ? ("aws_secretsmanager_secret_version", new[] { "secret_id", "arn" }, "secret_string")
            : ("azurerm_key_vault_secret", ["versionless_id", "id"], "value");
        var of = state.OfType(type).Where(version => secret is not null && ids.Any(id => version.Text(id) == secret)).ToList();
        if (of.FirstOrDefault(version => version.Text(value) is not null) is { } found)
        {
            return (found.Text(value)!, found.Address);
        }

        // One that another secret has twice was to be its own.
        var meant = of.Concat(state.OfType(type).GroupBy(version => ids.Select(version.Text).FirstOrDefault(id => id is not null)).Where(same => same.Count() > 1).SelectMany(same => same)).ToList();
        throw new LabException($"{Instance} fetches the key of {name} from {secret ?? "nowhere"}, which has no value in Terraform's state ({type}).{(meant.Count == 0 ? "" : $" Look at {string.Join(" and ", meant)}.")}");
    }

    /// <summary>What its cloud shows as a machine's name.</summary>
    public static string NameOf(StateResource instance) => (instance.Type == "aws_instance" ? instance.Entry("tags", "Name") : instance.Text("name")) ?? instance.Id;

    /// <summary>The machines in AWS of a state, in the order of their names.</summary>
    public static IReadOnlyList<ApplianceMachineNode> InAws(TerraformState state) =>
    [
        .. from instance in state.OfType("aws_instance")
           let config = UserData.Of(instance, "user_data_base64")
           where config.Files.ContainsKey(FactsFile)
           let card = state.Find("aws_network_interface", instance.Block("primary_network_interface")?.Text("network_interface_id"))
               ?? throw new LabException($"{instance} has a network interface that isn't in Terraform's state (aws_network_interface).")
           let address = state.OfType("aws_eip").FirstOrDefault(each => each.Text("network_interface") == card.Id || each.Text("instance") == instance.Id)
           let machine = new ApplianceMachineNode(Cloud.Aws, state, instance, card, address, config, config.Files.ToDictionary(file => file.Key, file => file.Value.Content))
           orderby machine.Name
           select machine,
    ];

    /// <summary>The machines in Azure of a state, in the order of their names.</summary>
    public static IReadOnlyList<ApplianceMachineNode> InAzure(TerraformState state) =>
    [
        .. from instance in state.OfType("azurerm_linux_virtual_machine")
           let config = UserData.Of(instance, "custom_data")
           where config.Files.ContainsKey(FactsFile)
           let card = state.Find("azurerm_network_interface", instance.Texts("network_interface_ids") is [var first, ..] ? first : null)
               ?? throw new LabException($"{instance} has a network interface that isn't in Terraform's state (azurerm_network_interface).")
           let address = card.Blocks("ip_configuration").Select(each => state.Find("azurerm_public_ip", each.Text("public_ip_address_id"))).FirstOrDefault(each => each is not null)
           let machine = new ApplianceMachineNode(Cloud.Azure, state, instance, card, address, config, config.Files.ToDictionary(file => file.Key, file => file.Value.Content))
           orderby machine.Name
           select machine,
    ];

    private const int RoutesAt = 6;

    private string Text(string path) => _files.GetValueOrDefault(path) ?? throw new LabException($"{Instance} is not given the file {path}.");

    [GeneratedRegex(@"^[ \t]*-?net[./]ipv4[./](ip_forward|conf[./]all[./]forwarding)[ \t]*=[ \t]*(?<value>\d+)", RegexOptions.Multiline)]
    private static partial Regex Switch();

    [GeneratedRegex("^protocol bgp (?<name>\\S+) \\{\n.*?^\\}\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Protocol();

    [GeneratedRegex("local (?<own>\\S+) as (?<asn>\\d+);\\s+neighbor (?<peer>\\S+) as (?<peerasn>\\d+);.*?hold time (?<hold>\\d+);", RegexOptions.Singleline)]
    private static partial Regex Speaker();
}
