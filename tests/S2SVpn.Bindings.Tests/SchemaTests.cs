using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Offline;
using S2SVpn.Tests.Support;

namespace S2SVpn.Bindings.Tests;

public sealed partial class SchemaTests : IDisposable
{
    private const string Aws = "registry.terraform.io/hashicorp/aws";
    private const string Azurerm = "registry.terraform.io/hashicorp/azurerm";

    private static readonly JsonNode Derived = JsonNode.Parse(File.ReadAllText(Path.Combine(Packages, "schema.json")))!["provider_schemas"]!;

    // What the npm modules do not tell, whatever the provider's version.
    private static readonly string[] NotInTheModules = [@"\.sensitive$", @"\.write_only$", @"^aws_\w+\.version$"];

    // What came or went between the provider's 5.100.0 and the 6.25.0 that the modules are made from.
    private static readonly string[] NewSince5 =
    [
        @"^aws_\w+\.block\.attributes\.region$",
        @"^aws_cloudwatch_log_group\.block\.attributes\.deletion_protection_enabled$",
        @"^aws_eip\.block\.attributes\.vpc$",
        @"^aws_instance\.block\.attributes\.(force_destroy|placement_group_id|cpu_core_count|cpu_threads_per_core)$",
        @"^aws_instance\.block\.attributes\.user_data\.computed$",
        @"^aws_instance\.block\.block_types\.primary_network_interface$",
        @"^aws_ec2_instance_connect_endpoint\.block\.attributes\.ip_address_type$",
        @"^aws_ec2_transit_gateway\.block\.attributes\.encryption_support$",
        @"^aws_network_interface\.block\.block_types\.attachment\.block\.attributes\.network_card_index$",
        @"^aws_vpn_connection\.block\.attributes\.(tunnel_bandwidth|vpn_concentrator_id)$",
        @"^aws_vpn_connection\..*\.cloudwatch_log_options\.block\.attributes\.bgp_log_\w+$",
        @"^provider\.block\.attributes\.tag_policy_compliance$",
        @"^provider\.block\.block_types\.endpoints\.block\.attributes\.\w+$",
    ];

    // What the 6.66.0 of CDK Terrain has besides.
    private static readonly string[] NewInTerrain =
    [
        @"^aws_route\.block\.attributes\.odb_network_arn$",
        @"^aws_route_table\.block\.attributes\.route\.type$",
        @"^aws_subnet\.block\.attributes\.(cidr_block\.computed|ipv6_cidr_block\.computed|ipv[46]_ipam_pool_id|ipv[46]_netmask_length)$",
        @"^aws_instance\.block\.block_types\.cpu_options\.block\.attributes\.nested_virtualization$",
        @"^aws_instance\.block\.block_types\.secondary_network_interface$",
        @"^aws_network_interface\.block\.block_types\.ena_srd_specification$",
        @"^aws_cloudwatch_metric_alarm\.block\.attributes\.(comparison_operator|evaluation_periods)\.(required|optional)$",
        @"^aws_cloudwatch_metric_alarm\.block\.attributes\.evaluation_interval$",
        @"^aws_cloudwatch_metric_alarm\.block\.block_types\.(evaluation_criteria|warm_up_configuration)$",
        @"^aws_secretsmanager_secret\.block\.attributes\.type$",
        @"^aws_secretsmanager_secret_version\.block\.attributes\.secret_arn$",
        @"^aws_vpc\.block\.attributes\.ipv6_cidr_block_associations$",
        @"^provider\.block\.attributes\.user_agent$",
    ];

    private readonly TemporaryFolder _folder = new();

    private static string Packages => typeof(SchemaTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BindingsPackages").Value!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Schema_OfEveryAwsResource_IsTheRealProviders()
    {
        var provider = InstalledProvider.Find();
        var terraform = Command.Find("terraform");
        Assert.SkipWhen(provider is null || terraform is null, "Needs Terraform and an unpacked hashicorp/aws provider; this machine does not have both.");
        File.WriteAllText(_folder["main.tf"], "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\" }\n  }\n}\n");
        var init = await Command.RunAsync(terraform, ["init", $"-plugin-dir={provider.Mirror}"], _folder.Path);
        Assert.True(init.ExitCode == 0, init.Error);
        var run = await Command.RunAsync(terraform, ["providers", "schema", "-json"], _folder.Path);
        var real = JsonNode.Parse(run.Output)!["provider_schemas"]![Aws]!;

        var differences = Compare(Derived[Aws]!, real);
        string[] newer = Flavour.IsDefault ? NewSince5 : [.. NewSince5, .. NewInTerrain];
        string[] known = provider.Version.StartsWith("5.", StringComparison.Ordinal) ? [.. NotInTheModules, .. newer] : NotInTheModules;

        var unknown = differences.Where(difference => !known.Any(pattern => Regex.IsMatch(difference.Path, pattern))).ToArray();
        Assert.True(unknown.Length == 0, string.Join('\n', unknown.AsEnumerable()));
        if (provider.Version == "5.100.0")
        {
            Assert.All(newer, pattern => Assert.Contains(differences, difference => Regex.IsMatch(difference.Path, pattern)));
        }
    }

    [Fact]
    public void Schema_HasEveryTypeOfTheManifest()
    {
        var types = File.ReadLines(Repository.File("bindings", "manifest.txt"))
            .Select(line => ManifestLine().Match(line))
            .Where(line => line.Success)
            .ToArray();

        Assert.NotEmpty(types);
        Assert.All(types, line =>
        {
            var provider = Derived[$"registry.terraform.io/hashicorp/{line.Groups["provider"].Value}"]!;
            var kind = line.Groups["data"].Success ? "data_source_schemas" : "resource_schemas";
            Assert.NotNull(provider[kind]![line.Groups["type"].Value]);
        });
    }

    [Fact]
    public void Schema_OfTheAzureGateway_TellsBlocksFlagsAndTypes()
    {
        var block = Derived[Azurerm]!["resource_schemas"]!["azurerm_virtual_network_gateway"]!["block"]!;

        Assert.Equal("true", block["attributes"]!["sku"]!["required"]!.ToJsonString());
        Assert.Equal("\"bool\"", block["attributes"]!["active_active"]!["type"]!.ToJsonString());
        var addresses = block["block_types"]!["bgp_settings"]!["block"]!["block_types"]!["peering_addresses"]!;
        Assert.Equal("list", (string?)addresses["nesting_mode"]);
        Assert.Equal("""["list","string"]""", addresses["block"]!["attributes"]!["apipa_addresses"]!["type"]!.ToJsonString());
        Assert.Equal("true", addresses["block"]!["attributes"]!["tunnel_ip_addresses"]!["computed"]!.ToJsonString());
        Assert.Equal("1", block["block_types"]!["ip_configuration"]!["min_items"]!.ToJsonString());
    }

    private static SchemaDifference[] Compare(JsonNode derived, JsonNode real) =>
    [
        .. SchemaDifference.Between(derived["provider"], real["provider"], "provider"),
        .. new[] { "resource_schemas", "data_source_schemas" }.SelectMany(kind => derived[kind]!.AsObject()
            .SelectMany(type => SchemaDifference.Between(type.Value, real[kind]![type.Key], type.Key))),
    ];

    [GeneratedRegex(@"^(?<data>data )?(?<type>(?<provider>[a-z0-9]+)_\w+)$")]
    private static partial Regex ManifestLine();
}
