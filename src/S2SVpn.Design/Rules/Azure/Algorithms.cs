using S2SVpn.Design.Findings;
using S2SVpn.Design.Ipsec;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class Algorithms : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ027",
        Level = FindingLevel.Error,
        Title = "Azure supports the algorithms",
        Why = "An IPsec policy of Azure names one algorithm for each purpose, of its own short list, which "
            + "differs between IKE and ESP.",
        Sources = [Source.AzureCrypto, Source.AzureConnectionResource],
        Fix = "Leave crypto out for the strong profile, or write balanced: both clouds support it.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAzureManaged
        from use in Uses(link)
        where !use.Known
        let path = link.At("crypto").At(use.Key)
        select new Violation($"{context.FormatPath(path)} {use.Given} is not supported by Azure as {use.What}. Supported: {use.Choices}", path);

    private static IEnumerable<(string Key, string What, string Given, bool Known, string Choices)> Uses(LinkView link)
    {
        var (ike, esp) = (link.Crypto.Ike, link.Crypto.Esp);
        yield return Use("ike.encryption", "IKE cipher", ike.Encryption, AzureSpelling.IkeEncryption);
        yield return Use("ike.integrity", "IKE integrity algorithm", ike.Integrity, AzureSpelling.IkeIntegrity);
        yield return Use("ike.dhGroup", "Diffie-Hellman group", ike.DhGroup, AzureSpelling.DhGroup);
        yield return Use("esp.encryption", "ESP cipher", esp.Encryption, AzureSpelling.IpsecEncryption);
        yield return Use("esp.pfsGroup", "PFS group", esp.PfsGroup, AzureSpelling.PfsGroup);
        if (esp.Integrity is { } integrity && !esp.Encryption.IsAead())
        {
            yield return Use("esp.integrity", "ESP integrity algorithm", integrity, AzureSpelling.IpsecIntegrity);
        }
    }

    private static (string Key, string What, string Given, bool Known, string Choices) Use<T>(
        string key, string what, T given, Func<T, string?> spell)
        where T : struct, Enum =>
        (key, what, Words.Of(given), spell(given) is not null, Phrase.Every<T>(known => spell(known) is not null));
}
