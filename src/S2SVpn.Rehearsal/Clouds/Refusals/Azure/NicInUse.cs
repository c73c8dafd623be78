namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A network interface stays while a machine has it.</summary>
public sealed class NicInUse : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NicInUse",
        When = RefusalTime.Delete,
        Types = ["azurerm_network_interface"],
        Source = "github.com/hashicorp/terraform-provider-azurerm/issues/8105",
    };

    internal override string? Why(RefusalContext context) =>
        context.Users.FirstOrDefault(user => user.Type == "azurerm_linux_virtual_machine") is { } user
            ? $"Network Interface {context.Id} is used by existing resource {user.Id}."
            : null;
}
