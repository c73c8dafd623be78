using System.Text.RegularExpressions;

namespace S2SVpn.Rehearsal.Changes.Forecasts;

/// <summary>
/// The tunnels that end on machines in Azure. No resource stands for one of them there, so that the secret of its key tells: its construct's id has
/// the site, the machine and the tunnel, and the ids of the constructs are a contract.
/// </summary>
internal sealed partial class MachineTunnels
{
    // What a machine is made of; whose end, or change, its tunnels feel.
    private static readonly string[] Types =
        ["aws_instance", "aws_network_interface", "aws_eip", "azurerm_linux_virtual_machine", "azurerm_network_interface", "azurerm_public_ip"];

    private readonly List<(ResourceKey Key, string Type)> _resources;
    private readonly List<(ResourceKey Secret, string Link, string Id, string Site, string Machine)> _azure;
    private readonly List<(string Link, string Id, string Site)> _aws;

    public MachineTunnels(IEnumerable<ResourceKey> resources)
    {
        _resources = [.. resources.Select(key => (key, key.Address.Split('.')[0]))];
        _azure = [.. Matches("azurerm_key_vault_secret", AzureSecret()).Select(found => (found.Key, found.Match.Groups["link"].Value, Id(found.Match), found.Match.Groups["site"].Value, found.Match.Groups["machine"].Value))];
        _aws = [.. Matches("aws_secretsmanager_secret", AwsSecret()).Select(found => (found.Match.Groups["link"].Value, Id(found.Match), found.Match.Groups["site"].Value))];
    }

    /// <summary>The same tunnels with the machine in Azure that each of them ends on, and those between machines of both clouds.</summary>
    public IReadOnlyList<Tunnel> With(IReadOnlyList<Tunnel> tunnels) =>
    [
        .. tunnels.Select(tunnel => _azure.Where(end => end.Link == tunnel.Link && end.Id == tunnel.Id).ToList() is [var end, ..]
            ? tunnel with { Members = tunnel.Members.Concat(PartsOf(end.Site, end.Machine)).Append(end.Secret).ToHashSet() }
            : tunnel),
        .. from end in _azure
           where !tunnels.Any(tunnel => tunnel.Link == end.Link && tunnel.Id == end.Id)
           from aws in _aws
           where aws.Link == end.Link && aws.Id == end.Id
           let number = end.Id[^1] - '0'
           select new Tunnel(end.Link, end.Id)
           {
               Number = number,
               Instance = end.Id[0] - '1',
               Members = PartsOf(end.Site, end.Machine).Concat(PartsOf(aws.Site, $"{number - 1}")).Append(end.Secret).ToHashSet(),
           },
    ];

    private IEnumerable<ResourceKey> PartsOf(string site, string machine) =>
        _resources.Where(resource => Types.Contains(resource.Type) && resource.Key.Address.Contains($".{site}_gateway_machine-{machine}_", StringComparison.Ordinal)).Select(resource => resource.Key);

    private IEnumerable<(ResourceKey Key, Match Match)> Matches(string type, Regex form) =>
        _resources.Where(resource => resource.Type == type).Select(resource => (resource.Key, form.Match(resource.Key.Address))).Where(found => found.Item2.Success);

    private static string Id(Match match) => $"{match.Groups["connection"]}.{match.Groups["number"]}";

    // azurerm_key_vault_secret.azure_gateway_machine-0_vault_link-1-1_667BC49B
    [GeneratedRegex(@"\.(?<site>azure[^_]*)_gateway_machine-(?<machine>\d)_vault_(?<link>.+)-(?<connection>[12])-(?<number>[12])_")]
    private static partial Regex AzureSecret();

    // aws_secretsmanager_secret.aws_gateway_secret-link-1-1_BC3A18F4
    [GeneratedRegex(@"\.(?<site>aws[^_]*)_gateway_secret-(?<link>.+)-(?<connection>[12])-(?<number>[12])_")]
    private static partial Regex AwsSecret();
}
