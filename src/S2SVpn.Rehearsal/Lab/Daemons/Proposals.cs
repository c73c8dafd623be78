using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>Translates the algorithms of both clouds into charon's words.</summary>
internal static class Proposals
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AES128"] = "aes128",
        ["AES192"] = "aes192",
        ["AES256"] = "aes256",
        ["DES"] = "des",
        ["DES3"] = "3des",
        ["None"] = "null",
        ["AES128-GCM-16"] = "aes128gcm16",
        ["AES256-GCM-16"] = "aes256gcm16",
        ["GCMAES128"] = "aes128gcm16",
        ["GCMAES192"] = "aes192gcm16",
        ["GCMAES256"] = "aes256gcm16",
        ["MD5"] = "md5",
        ["SHA1"] = "sha1",
        ["SHA256"] = "sha256",
        ["SHA384"] = "sha384",
        ["SHA2-256"] = "sha256",
        ["SHA2-384"] = "sha384",
        ["SHA2-512"] = "sha512",
        ["1"] = "modp768",
        ["2"] = "modp1024",
        ["5"] = "modp1536",
        ["14"] = "modp2048",
        ["15"] = "modp3072",
        ["16"] = "modp4096",
        ["17"] = "modp6144",
        ["18"] = "modp8192",
        ["19"] = "ecp256",
        ["20"] = "ecp384",
        ["21"] = "ecp521",
        ["22"] = "modp1024s160",
        ["23"] = "modp2048s224",
        ["24"] = "modp2048s256",
        ["DHGroup1"] = "modp768",
        ["DHGroup2"] = "modp1024",
        ["DHGroup14"] = "modp2048",
        ["DHGroup2048"] = "modp2048",
        ["DHGroup24"] = "modp2048s256",
        ["PFS1"] = "modp768",
        ["PFS2"] = "modp1024",
        ["PFS2048"] = "modp2048",
        ["PFS14"] = "modp2048",
        ["PFS24"] = "modp2048s256",
        ["PFSMM"] = "modp2048",
        ["ECP256"] = "ecp256",
        ["ECP384"] = "ecp384",
    };

    public static IReadOnlyList<string> Ike(IkeOffer offer)
    {
        var groups = offer.IkeGroups.Select(Word).ToList();
        var hashes = offer.IkeIntegrity.Select(Word).ToList();
        // With a cipher that has its own integrity the hash is that of the pseudo-random function.
        return Split(
            offer.IkeEncryption,
            plain => [.. plain, .. hashes, .. groups],
            sealing => [.. sealing, .. hashes.Select(hash => $"prf{hash}"), .. groups]);
    }

    public static IReadOnlyList<string> Esp(IkeOffer offer)
    {
        var groups = offer.PfsGroups.Select(Word).ToList();
        return Split(
            offer.EspEncryption,
            plain => [.. plain, .. offer.EspIntegrity.Select(Word).Where(hash => !Seals(hash)), .. groups],
            sealing => [.. sealing, .. groups]);
    }

    /// <exception cref="LabException">charon has none such.</exception>
    public static string Word(string algorithm) => Words.TryGetValue(algorithm, out var word) ? word
        // What a machine's own file has are charon's words already.
        : Words.ContainsValue(algorithm) ? algorithm
        : throw new LabException($"'{algorithm}' in Terraform's state is no algorithm that the rehearsal knows: it knows {string.Join(", ", Words.Keys.Where(key => !char.IsAsciiDigit(key[0])))}.");

    private static List<string> Split(IReadOnlyList<string> encryption, Func<List<string>, List<string>> plain, Func<List<string>, List<string>> sealing)
    {
        var words = encryption.Select(Word).ToList();
        var proposals = new List<string>();
        if (words.FindAll(Seals) is { Count: > 0 } sealed_)
        {
            proposals.Add(string.Join('-', sealing(sealed_)));
        }

        if (words.FindAll(word => !Seals(word)) is { Count: > 0 } others)
        {
            proposals.Add(string.Join('-', plain(others)));
        }

        return proposals;
    }

    private static bool Seals(string word) => word.Contains("gcm", StringComparison.Ordinal);
}
