namespace S2SVpn.Constructs.Appliances;

/// <summary>What is on a machine of an appliance beyond its image.</summary>
/// <param name="Packages">From Ubuntu's archive.</param>
/// <param name="Files">Written before the packages are installed, so that a service starts with its configuration.</param>
/// <param name="Units">Started at the first boot and at each later one, in this order.</param>
internal sealed record ApplianceContent(IReadOnlyList<string> Packages, IReadOnlyList<ApplianceFile> Files, IReadOnlyList<string> Units)
{
    public static ApplianceContent operator +(ApplianceContent first, ApplianceContent second) =>
        new([.. first.Packages, .. second.Packages], [.. first.Files, .. second.Files], [.. first.Units, .. second.Units]);
}
