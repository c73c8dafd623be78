using S2SVpn.Design.Catalogue;

namespace S2SVpn.Constructs.Azure;

/// <summary>The image of every machine in Azure: the current Ubuntu with long-term support.</summary>
internal static class AzureUbuntuImage
{
    public static LinuxVirtualMachineSourceImageReference For(string size) => new()
    {
        Publisher = "Canonical",
        Offer = "ubuntu-24_04-lts",
        Sku = MachineSizes.IsArm(Cloud.Azure, size) ? "server-arm64" : "server",
        // A word, so that a new image replaces no machine.
        Version = "latest",
    };
}
