using System.Security.Cryptography;
using System.Text;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Model;

/// <summary>
/// The context in which a cloud creates an object. Ids and addresses come from a hash of what was asked for, so that the same
/// configuration gets the same ones in every run, as far as the order of things allows.
/// </summary>
public sealed record CreateContext(string Type, ProviderSession Session, CloudStore Store, Attributes Planned, string Seed)
{
    // Set apart for tests of networks (RFC 2544), so that a simulated address is never mistaken for a real one.
    private static readonly Cidr PublicAddresses = Cidr.Parse("198.18.0.0/16");
    private static readonly Cidr ExistingAddresses = Cidr.Parse("198.19.0.0/16");

    /// <summary>How many others with the same seed were there before.</summary>
    public int Occurrence { get; init; }

    /// <summary>The id in the cloud, once it is made.</summary>
    public string Id { get; init; } = "";

    public Attributes Settings => Session.Settings;

    /// <summary>Hexadecimal digits, the same for the same purpose.</summary>
    public string Hash(int length, string purpose = "")
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{Type} {Seed} {Occurrence} {purpose}"));
        return Convert.ToHexStringLower(bytes)[..length];
    }

    /// <summary>A public address that nothing else has.</summary>
    /// <param name="purpose">What it is for, where one thing has several.</param>
    /// <param name="others">Addresses that are given already and not in the store yet.</param>
    public string PublicAddress(string purpose = "", params string[] others)
    {
        var taken = Store.Objects.SelectMany(item => item.Values.AllTexts()).Concat(others).ToHashSet(StringComparer.Ordinal);
        // The first and the last thousand are left out, for they look like addresses of networks.
        var place = 1000 + (Convert.ToInt64(Hash(8, purpose), 16) % (PublicAddresses.Size - 2000));
        while (taken.Contains(PublicAddresses.Host(place).ToString()))
        {
            place = 1000 + ((place - 999) % (PublicAddresses.Size - 2000));
        }

        return PublicAddresses.Host(place).ToString();
    }

    /// <summary>The public address of an existing object: always the same, and unique.</summary>
    public string ExistingPublicAddress() => ExistingAddresses.Host(1000 + (Convert.ToInt64(Hash(8), 16) % (ExistingAddresses.Size - 2000))).ToString();

    /// <summary>The object of that type and id, where the store has it.</summary>
    public Attributes? Find(string type, string? id) => id is null ? null : Store.Find(type, id);
}
