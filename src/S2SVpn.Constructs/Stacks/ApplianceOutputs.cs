using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;
using static S2SVpn.Constructs.Stacks.StackOutputs;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The machines of self-managed gateways.</summary>
internal static class ApplianceOutputs
{
    public static void Write(ConnectivityPlan plan, IReadOnlyDictionary<string, AwsVpnSide> sides, S2SVpnStack stack)
    {
        StackOutputs.Write(
            stack, "aws_appliance_ids", Map(plan.AwsSites, site => site.Name, site => (sides[site.Name].Gateway as AwsAppliance)?.InstanceIds.ToArray()),
            "The machines of each AWS site's appliance: aws ssm start-session --target ID");
        StackOutputs.Write(
            stack, "aws_appliance_ssh_private_keys", Map(plan.AwsSites, site => site.Name, site => (sides[site.Name].Gateway as AwsAppliance)?.SshPrivateKey),
            "The SSH key of each AWS site's appliance, where the request has none.", sensitive: true);
    }

    public static void Write(ConnectivityPlan plan, IReadOnlyDictionary<string, AzureVpnSide> sides, S2SVpnStack stack)
    {
        StackOutputs.Write(
            stack, "azure_appliance_ids", Map(plan.AzureSites, site => site.Name, site => (sides[site.Name].Gateway as AzureAppliance)?.MachineIds.ToArray()),
            "The machines of each Azure site's appliance: az vm run-command invoke --ids ID --command-id RunShellScript --scripts 'wg show'");
        StackOutputs.Write(
            stack, "azure_appliance_ssh_private_keys", Map(plan.AzureSites, site => site.Name, site => (sides[site.Name].Gateway as AzureAppliance)?.SshPrivateKey),
            "The SSH key of each Azure site's appliance, where the request has none.", sensitive: true);
    }
}
