using S2SVpn.Design.Catalogue;

namespace S2SVpn.Rehearsal.Clouds.Refusals.Azure;

/// <summary>A machine's size and its image are for the same processors: of Ubuntu's images the SKU tells.</summary>
public sealed class MachineArchitecture : Refusal
{
    public override RefusalFacts Facts { get; } = new()
    {
        Code = "BadRequest",
        When = RefusalTime.Write,
        Types = ["azurerm_linux_virtual_machine"],
        Source = "github.com/cloudfoundry/bosh-azure-cpi-release/issues/750",
    };

    internal override string? Why(RefusalContext context)
    {
        if (context.Values.Text("size") is not { } size || context.Values.Block("source_image_reference") is not { } image || image.Text("publisher") != "Canonical" || image.Text("sku") is not { } sku)
        {
            return null;
        }

        var (machine, given) = (Named(MachineSizes.IsArm(Cloud.Azure, size)), Named(sku.Contains("arm64", StringComparison.OrdinalIgnoreCase)));
        return machine == given ? null
            : $"Cannot create a VM of size '{size}' because this VM size only supports a CPU Architecture of '{machine}', but an image or disk with CPU Architecture '{given}' was given.";
    }

    private static string Named(bool isArm) => isArm ? "Arm64" : "x64";
}
