namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A network interface is one machine's: the next one waits until the first is gone.</summary>
public sealed class NicAttachedElsewhere : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "NicInUse",
        When = RefusalTime.Write,
        Types = ["azurerm_linux_virtual_machine"],
        Source = "github.com/pulumi/pulumi-azure/issues/441",
    };

    internal override string? Why(RefusalContext context)
    {
        var own = context.Values.Texts("network_interface_ids").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context.Others.FirstOrDefault(machine => machine.Values.Texts("network_interface_ids").Any(own.Contains)) is { } other
            ? $"Network Interface {other.Values.Texts("network_interface_ids").First(own.Contains)} is used by existing resource {other.Id}."
            : null;
    }
}
