using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;
using static S2SVpn.Constructs.Stacks.StackOutputs;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The machines of self-managed gateways.</summary>
internal static class ApplianceOutputs
{
    public static void Write(
        ConnectivityPlan plan, IReadOnlyDictionary<string, AwsVpnSide> aws, IReadOnlyDictionary<string, AzureVpnSide> azure, S2SVpnStack azureStack, S2SVpnStack awsStack)
    {
        StackOutputs.Write(
            awsStack, "aws_appliance_ids", Map(plan.AwsSites, site => site.Name, site => (aws[site.Name].Gateway as AwsAppliance)?.InstanceIds.ToArray()),
            "The machines of each AWS site's appliance: aws ssm start-session --target ID");
        StackOutputs.Write(
            awsStack, "aws_appliance_ssh_private_keys", Map(plan.AwsSites, site => site.Name, site => (aws[site.Name].Gateway as AwsAppliance)?.SshPrivateKey),
            "The SSH key of each AWS site's appliance, where the request has none.", sensitive: true);
        StackOutputs.Write(
            azureStack, "azure_appliance_ids", Map(plan.AzureSites, site => site.Name, site => (azure[site.Name].Gateway as AzureAppliance)?.MachineIds.ToArray()),
            "The machines of each Azure site's appliance: az vm run-command invoke --ids ID --command-id RunShellScript --scripts 'wg show'");
        StackOutputs.Write(
            azureStack, "azure_appliance_ssh_private_keys", Map(plan.AzureSites, site => site.Name, site => (azure[site.Name].Gateway as AzureAppliance)?.SshPrivateKey),
            "The SSH key of each Azure site's appliance, where the request has none.", sensitive: true);
    }
}
