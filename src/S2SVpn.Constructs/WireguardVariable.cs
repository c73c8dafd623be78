using Constructs;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>
/// The variable with both key pairs of a WireGuard tunnel, and what each machine is to have of them: its own private key and the public key of
/// the other.
/// </summary>
internal sealed class WireguardVariable
{
    // 32 bytes in base64.
    private const string Form = "^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$";

    // On the stack itself, so that it has the name that the keys command writes.
    public WireguardVariable(Construct scope, KeySlotPlan slot)
    {
        var name = slot.Variable!;
        var variable = new TerraformVariable(TerraformStack.Of(scope), name, new TerraformVariableConfig
        {
            Type = "object({ aws_private = string, aws_public = string, azure_private = string, azure_public = string })",
            Description = $"The WireGuard keys of the tunnel {slot.Name}, as 's2svpn keys' writes them.",
            Sensitive = true,
            Nullable = false,
        });
        variable.AddValidation(new TerraformVariableValidationConfig
        {
            Condition = $"${{alltrue([for key in values(var.{name}) : can(regex(\"{Form}\", key))])}}",
            ErrorMessage = $"Each WireGuard key of {slot.Name} has to be 32 bytes in base64: 's2svpn keys' writes them.",
        });
        variable.AddValidation(new TerraformVariableValidationConfig
        {
            Condition = $"${{length(distinct(values(var.{name}))) == 4}}",
            ErrorMessage = $"Two WireGuard keys of {slot.Name} are the same. Each end has a pair of its own: 's2svpn keys' writes them.",
        });
        Aws = Secret(name, "aws", "azure");
        Azure = Secret(name, "azure", "aws");
    }

    /// <summary>The secret of the machine in AWS.</summary>
    public string Aws { get; }

    /// <summary>The secret of the machine in Azure.</summary>
    public string Azure { get; }

    private static string Secret(string variable, string own, string other) =>
        $"${{jsonencode({{private = var.{variable}.{own}_private, peer = var.{variable}.{other}_public}})}}";
}
