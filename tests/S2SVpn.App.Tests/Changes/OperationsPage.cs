using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

/// <summary>docs/operations.md: what each change of the table does and what it interrupts, as the tests saw it.</summary>
internal static class OperationsPage
{
    private const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    private const string Head = """
        # Changing a running VPN

        Change the request, look at what `diff` says about it, and apply. Every change below was applied by the real Terraform to simulated clouds, in
        one apply, after which a plan is empty; `dotnet test` does it again. Deletes are slow in that apply. A change that replaces resources, or
        that deletes some and writes others, is applied a second time with slow creates and updates instead, so that it can't depend on which of
        them happens to be first.

        The minutes are the forecast's ([changes.md](changes.md)): typical times, for one link of four tunnels with nothing else in the way. `diff`
        gives them for your own request, and names the line that causes each change.

        - **Before a change that takes the link down**, tell those who use it, and change nothing else in the same apply.
        - **When `diff` exits with 2**, the change can't be applied at once; the report says why, and prints the requests in between. With
          `terraform.protect: true`, that is every change that replaces a gateway: apply the request with `protect: false` first.
        - **With one stack per cloud** (`terraform.stacks: per-cloud`), a gateway that is replaced has to lose its connections first, and they are in another
          stack: `diff` exits with 2 and says which stacks to destroy before the request is applied.
        - **Existing resources** are never replaced. Routes and rules added to them are removed when the request no longer asks for them.
        - **State is not moved.** A request with another name or backend looks for its state elsewhere: move it first
          (`terraform init -migrate-state`, or copy the file). For other stacks, `move` spreads the states anew ([fleet.md](fleet.md)).

        This page is made by `ACCEPT_SNAPSHOTS=1 dotnet test tests/S2SVpn.App.Tests --filter OfChangesTests` and checked by the same tests.

        """;

    // The rest is counted together.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["azurerm_virtual_network_gateway"] = "Azure gateway",
        ["aws_vpn_gateway"] = "virtual private gateway",
        ["aws_ec2_transit_gateway"] = "transit gateway",
        ["aws_vpn_connection"] = "AWS connection",
        ["azurerm_virtual_network_gateway_connection"] = "Azure connection",
        ["aws_vpc"] = "VPC",
        ["azurerm_virtual_network"] = "VNet",
        ["aws_subnet"] = "AWS subnet",
        ["azurerm_subnet"] = "Azure subnet",
        ["azurerm_public_ip"] = "Azure address",
        ["azurerm_local_network_gateway"] = "local network gateway",
        ["aws_customer_gateway"] = "customer gateway",
        ["aws_instance"] = "AWS machine",
        ["azurerm_linux_virtual_machine"] = "Azure machine",
        ["azurerm_resource_group"] = "resource group",
        ["azurerm_management_lock"] = "lock",
        ["azurerm_virtual_network_gateway_nat_rule"] = "translation",
        ["random_password"] = "generated key",
        ["aws_vpn_gateway_attachment"] = "attachment",
        ["aws_ec2_transit_gateway_vpc_attachment"] = "attachment",
        ["azurerm_virtual_network_peering"] = "peering",
        ["aws_vpn_connection_route"] = "VPN route",
        ["aws_ec2_transit_gateway_route"] = "transit gateway route",
        ["aws_ec2_transit_gateway_route_table_association"] = "transit gateway association",
        ["aws_ec2_transit_gateway_route_table_propagation"] = "transit gateway propagation",
        ["aws_vpn_gateway_route_propagation"] = "propagation",
        ["aws_route"] = "VPC route",
        ["aws_route_table"] = "AWS route table",
        ["azurerm_route_table"] = "Azure route table",
        ["aws_security_group"] = "security group",
        ["azurerm_network_security_group"] = "network security group",
        ["aws_vpc_security_group_ingress_rule"] = "AWS filter rule",
        ["aws_vpc_security_group_egress_rule"] = "AWS filter rule",
        ["azurerm_network_security_rule"] = "Azure filter rule",
        ["aws_vpc_ipv4_cidr_block_association"] = "further VPC range",
        ["aws_internet_gateway"] = "internet gateway",
        ["aws_cloudwatch_log_group"] = "log group",
        ["aws_cloudwatch_metric_alarm"] = "AWS alarm",
        ["azurerm_monitor_metric_alert"] = "Azure alert",
        ["azurerm_monitor_diagnostic_setting"] = "log setting",
        ["azurerm_log_analytics_workspace"] = "log workspace",
        ["aws_sns_topic"] = "topic",
        ["aws_secretsmanager_secret"] = "AWS secret",
        ["azurerm_key_vault_secret"] = "Azure secret",
    };

    // More than these nobody reads.
    private const int MostNames = 8;

    private static readonly Lock Writing = new();

    private static string File => Repository.File("docs", "operations.md");

    private static bool Accepts => Environment.GetEnvironmentVariable(AcceptVariable) is { Length: > 0 } value && value != "false";

    /// <summary>That the page says of a change what it does; or, where snapshots are accepted, makes it say so.</summary>
    public static void Verify(ChangeCase change, ChangeForecast forecast)
    {
        var row = $"| {change.What} | {Actions(forecast)} | {ChangeSentence.Of(forecast)} |";
        lock (Writing)
        {
            if (Accepts)
            {
                var rows = Rows();
                rows[change.Name] = row;
                System.IO.File.WriteAllText(File, Page(rows));
                return;
            }
        }

        Assert.True(Rows().GetValueOrDefault(change.Name) == row, $"docs/operations.md does not say of '{change.Name}':\n{row}\nTo accept it: ACCEPT_SNAPSHOTS=1 dotnet test tests/S2SVpn.App.Tests --filter OfChangesTests");
    }

    /// <summary>That the page has what is written here, and a row for each change of the table and nothing else.</summary>
    public static void VerifyWhole() => Assert.Equal(Page(Rows()), System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));

    private static string Page(Dictionary<string, string> rows) => Head.ReplaceLineEndings("\n") + string.Concat(ChangeTable.All.GroupBy(change => change.Group).Select(group =>
        $"\n## {group.Key}\n\n| change | what Terraform does | what is down |\n|---|---|---|\n{string.Concat(group.Select(change => $"{rows.GetValueOrDefault(change.Name, $"| {change.What} | | |")}\n"))}"));

    private static Dictionary<string, string> Rows()
    {
        var rows = new Dictionary<string, string>();
        var group = "";
        foreach (var line in System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [])
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                group = line[3..];
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| change |", StringComparison.Ordinal))
            {
                rows[$"{group}: {line.Split('|')[1].Trim()}"] = line;
            }
        }

        return rows;
    }

    private static string Actions(ChangeForecast forecast)
    {
        string[] parts =
        [
            .. Part("replaces", forecast, PlannedAction.ReplaceDeleteFirst, PlannedAction.ReplaceCreateFirst),
            .. Part("changes", forecast, PlannedAction.Update),
            .. Part("makes", forecast, PlannedAction.Create),
            .. Part("deletes", forecast, PlannedAction.Delete),
        ];
        return parts.Length == 0 ? "nothing" : string.Join("; ", parts);
    }

    private static IEnumerable<string> Part(string verb, ChangeForecast forecast, params PlannedAction[] actions)
    {
        var types = forecast.Changes.Where(change => actions.Contains(change.Action)).Select(change => change.Type).ToList();
        var named = Names.Select(name => name.Value).Distinct()
            .Select(name => (Name: name, Count: types.Count(type => Names.GetValueOrDefault(type) == name)))
            .Where(each => each.Count > 0)
            .Take(MostNames)
            .ToList();
        var others = types.Count - named.Sum(each => each.Count);
        string[] words = [.. named.Select(each => Count(each.Count, each.Name)), .. others == 0 ? [] : new[] { named.Count == 0 ? Count(others, "resource") : $"{others} more" }];
        return types.Count == 0 ? [] : [$"{verb} {string.Join(", ", words)}"];
    }

    private static string Count(int count, string name) => count == 1 ? $"1 {name}" : $"{count} {(name.EndsWith('s') ? $"{name}e" : name)}s";
}
