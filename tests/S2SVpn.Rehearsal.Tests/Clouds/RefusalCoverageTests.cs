using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Of every resource type it is known what a cloud refuses, or that it refuses nothing.</summary>
public sealed class RefusalCoverageTests
{
    private const string Aws = "docs.aws.amazon.com/";
    private const string Ec2 = Aws + "AWSEC2/latest/APIReference/";
    private const string AwsProvider = "github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/";
    private const string AzureProvider = "github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/";

    // What nothing is known to keep from being changed and deleted, apart from Azure's locks and from ids that are gone.
    private static readonly Dictionary<string, (string Why, string Source)> Harmless = new()
    {
        ["aws_route_table"] = ("one in use can't be deleted, but the provider takes it from its subnets first", AwsProvider + "ec2/vpc_route_table.go"),
        ["aws_ec2_tag"] = ("a tag is only written down", Ec2 + "API_DeleteTags.html"),
        ["aws_ec2_transit_gateway_route_table_propagation"] = ("one that is switched on already stays so", AwsProvider + "ec2/transitgateway_route_table_propagation.go"),
        ["aws_cloudwatch_dashboard"] = ("nothing uses it, and one of the same name is written over", Aws + "AmazonCloudWatch/latest/APIReference/API_PutDashboard.html"),
        ["aws_cloudwatch_metric_alarm"] = ("only composite alarms use it, and none is made here", Aws + "AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html"),
        ["aws_sns_topic"] = ("it goes with its subscriptions, and alarms may name one that is gone", Aws + "sns/latest/api/API_DeleteTopic.html"),
        ["aws_sns_topic_subscription"] = ("nothing uses it; an unconfirmed one goes by itself", AwsProvider + "sns/topic_subscription.go"),
        ["aws_secretsmanager_secret_version"] = ("the current one goes with its secret", AwsProvider + "secretsmanager/secret_version.go"),
        ["aws_iam_role_policy_attachment"] = ("a policy that is on a role already stays so, and nothing uses what puts it there", Aws + "IAM/latest/APIReference/API_AttachRolePolicy.html"),
        ["azurerm_user_assigned_identity"] = ("one that a machine has can be deleted: the machine then gets no token", "learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations"),
        ["azurerm_management_lock"] = ("nothing keeps a lock but permissions", "learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"),
        ["azurerm_network_interface_security_group_association"] = ("it is a field of the network interface, which can be changed in use", AzureProvider + "network/network_interface_security_group_association_resource.go"),
        ["azurerm_log_analytics_workspace"] = ("it can be deleted in use, and is kept for a while", "learn.microsoft.com/azure/azure-monitor/logs/delete-workspace"),
        ["azurerm_monitor_action_group"] = ("alerts may name one that is gone", "learn.microsoft.com/azure/azure-monitor/alerts/action-groups"),
        ["azurerm_monitor_diagnostic_setting"] = ("nothing uses it; what keeps it is a lock of its resource", "learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings"),
        ["azurerm_monitor_metric_alert"] = ("nothing uses it", "learn.microsoft.com/azure/azure-monitor/alerts/alerts-manage-alert-rules"),
        ["azurerm_key_vault_secret"] = ("a deleted one is recovered by the provider when it is made again", AzureProvider + "keyvault/key_vault_secret_resource.go"),
        ["random_password"] = ("it is in Terraform's state only", "registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password"),
        ["tls_private_key"] = ("it is in Terraform's state only", "registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/private_key"),
    };

    public static TheoryData<string> Types { get; } =
    [
        .. File.ReadLines(Repository.File("bindings", "manifest.txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("data ", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryType_HasARefusalOrAReasonForNone(string type) => Assert.True(
        Refused.Contains(type) || Harmless.ContainsKey(type),
        $"Find out what the cloud refuses of {type} on update and delete: write a class under Refusals, or a line in {nameof(Harmless)}.");

    [Fact]
    public void Harmless_Types_AreOfTheManifestAndHaveNoRefusal() =>
        Assert.All(Harmless.Keys, type => Assert.True(Types.Any(row => row.Data == type) && !Refused.Contains(type), type));

    [Fact]
    public void Harmless_Types_NameAReasonAndAPublicSource() => Assert.All(Harmless.Values, line =>
    {
        Assert.NotEmpty(line.Why);
        Assert.Matches(@"^(docs\.aws\.amazon|learn\.microsoft|github|registry\.terraform)\.(com|io)/\S+$", line.Source);
    });

    private static HashSet<string> Refused { get; } = [.. RefusalBook.All.SelectMany(refusal => refusal.Facts.Types)];
}
