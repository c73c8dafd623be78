using System.Text.Json.Nodes;
using S2SVpn.Design.Planning;

namespace S2SVpn.App.Tests;

/// <summary>What becomes of one resource: as two plans of ours foretell it, or as Terraform says.</summary>
public sealed record ForetoldChange(ChangeKind Kind, string Type, string Name)
{
    private const string NameTag = "Name";

    // What has a state of its own in a cloud, and whose loss somebody would notice.
    private static readonly string[] Types =
    [
        "aws_vpc", "aws_subnet", "aws_vpn_gateway", "aws_ec2_transit_gateway", "aws_ec2_transit_gateway_vpc_attachment", "aws_customer_gateway", "aws_vpn_connection",
        "azurerm_resource_group", "azurerm_virtual_network", "azurerm_public_ip", "azurerm_virtual_network_gateway",
        "azurerm_virtual_network_gateway_nat_rule", "azurerm_local_network_gateway", "azurerm_virtual_network_gateway_connection",
        "azurerm_network_security_group", "aws_security_group",
    ];

    public static IReadOnlyList<ForetoldChange> Of(PlanDiff diff) => Sorted(
        diff.Changes.Where(change => Types.Contains(change.Type)).Select(change => new ForetoldChange(change.Kind, change.Type, change.Name)));

    /// <param name="plan">What 'terraform show -json' tells of a plan.</param>
    public static IReadOnlyList<ForetoldChange> Of(JsonNode plan) => Sorted(
        from change in plan["resource_changes"]!.AsArray()
        let type = (string)change["type"]!
        where Types.Contains(type)
        let actions = change["change"]!["actions"]!.AsArray().Select(action => (string)action!).ToArray()
        where actions is not ["no-op"]
        select new ForetoldChange(KindOf(actions), type, NameOf((change["change"]!["after"] ?? change["change"]!["before"])!)));

    private static ChangeKind KindOf(string[] actions) => actions switch
    {
        ["create"] => ChangeKind.Create,
        ["update"] => ChangeKind.Update,
        ["delete"] => ChangeKind.Destroy,
        _ => ChangeKind.Replace,
    };

    private static string NameOf(JsonNode values) => (string?)values["name"] ?? (string)values["tags"]![NameTag]!;

    private static ForetoldChange[] Sorted(IEnumerable<ForetoldChange> changes) =>
        [.. changes.OrderBy(change => change.Type, StringComparer.Ordinal).ThenBy(change => change.Name, StringComparer.Ordinal)];
}
