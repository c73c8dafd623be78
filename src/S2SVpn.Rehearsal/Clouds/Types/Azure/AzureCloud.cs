using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Azure;

/// <summary>What all Azure resources have in common.</summary>
public sealed class AzureCloud(ProviderSchema schema) : SimulatedCloud(schema, [.. AzureNetworkTypes.All, .. AzureVpnTypes.All, .. AzureMachineTypes.All, .. AzureMonitoringTypes.All, .. AzureSecretTypes.All], AzureData.All)
{
    private const string NoSubscription = "00000000-0000-0000-0000-000000000000";

    public override string Name => "azurerm";

    internal static string Subscription(Attributes settings) => settings.Text("subscription_id") ?? NoSubscription;

    internal override string IdOf(CreateContext context) => AzureIds.Of(context);

    internal override string FormatError(Operation operation, string type, string name, CloudRefusedException refused)
    {
        var doing = operation switch
        {
            Operation.Create => "creating",
            Operation.Update => "updating",
            Operation.Delete => "deleting",
            _ => "retrieving",
        };
        var error = refused.Code is null ? "" : $"unexpected status 400 (400 Bad Request) with error: {refused.Code}: ";
        return $"{doing} {type} ({name}): {error}{refused.Message}";
    }
}
