using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What the offers of two ends do not share.</summary>
internal static class Offers
{
    /// <summary>The first thing of IKE that they have not in common.</summary>
    public static Difference? IkeDifference(LabTunnelEnd aws, LabTunnelEnd azure) => First(
        Compare("encryption", "encryption", aws, azure, offer => offer.IkeEncryption),
        Compare("integrity", "integrity", aws, azure, offer => offer.IkeIntegrity),
        Compare("Diffie-Hellman group", "dhGroup", aws, azure, offer => offer.IkeGroups));

    /// <summary>The first thing of ESP, but for the group, that they have not in common.</summary>
    public static Difference? EspDifference(LabTunnelEnd aws, LabTunnelEnd azure)
    {
        var encryption = Compare("encryption", "encryption", aws, azure, offer => offer.EspEncryption);
        var seals = aws.Offer.EspEncryption.Concat(azure.Offer.EspEncryption).All(word => Proposals.Word(word).Contains("gcm", StringComparison.Ordinal));
        return First(encryption, seals ? null : Compare("integrity", "integrity", aws, azure, offer => offer.EspIntegrity));
    }

    /// <summary>Whether an end takes more than one of anything.</summary>
    public static bool IsWide(IkeOffer offer) => new[] { offer.IkeEncryption.Count, offer.IkeIntegrity.Count, offer.IkeGroups.Count, offer.EspEncryption.Count, offer.PfsGroups.Count, offer.Versions.Count }.Max() > 1
        || (offer.EspIntegrity.Count > 1 && !offer.EspEncryption.All(word => Proposals.Word(word).Contains("gcm", StringComparison.Ordinal)));

    public static string Pfs(LabTunnelEnd end) => end.Offer.PfsGroups.Count == 0 ? "no PFS" : $"PFS group {string.Join(", ", end.Offer.PfsGroups)}";

    public static string Versions(LabTunnelEnd end) => string.Join(" or ", end.Offer.Versions.Select(version => $"IKEv{version}"));

    public static string Selectors(LabTunnelEnd end) => $"{Networks(end.LocalSelectors)} here, {Networks(end.RemoteSelectors)} there";

    private static string Networks(IReadOnlyList<Cidr> selectors) => selectors.Count == 0 ? "nothing" : string.Join(", ", selectors);

    private static Difference? First(params Difference?[] differences) => differences.FirstOrDefault(difference => difference is not null);

    private static Difference? Compare(string name, string key, LabTunnelEnd aws, LabTunnelEnd azure, Func<IkeOffer, IReadOnlyList<string>> list) =>
        list(aws.Offer).Select(Proposals.Word).Intersect(list(azure.Offer).Select(Proposals.Word)).Any()
            ? null
            : new Difference(name, key, string.Join(", ", list(aws.Offer)), string.Join(", ", list(azure.Offer)));
}

/// <param name="Name">What differs.</param>
/// <param name="Key">Its key in the request.</param>
/// <param name="Aws">In AWS's words.</param>
/// <param name="Azure">In Azure's words.</param>
internal sealed record Difference(string Name, string Key, string Aws, string Azure);
