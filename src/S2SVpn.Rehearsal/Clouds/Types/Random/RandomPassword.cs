using System.Security.Cryptography;
using System.Text;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Random;

/// <summary>Passwords, by the rules of registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password.</summary>
internal static class RandomPassword
{
    private const string Specials = "!@#$%&*()-_=+[]{}<>:?";

    private static readonly (string Kind, string Characters)[] Kinds =
    [
        ("lower", "abcdefghijklmnopqrstuvwxyz"),
        ("upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("numeric", "0123456789"),
        ("special", Specials),
    ];

    public static CloudType Type { get; } = new("random_password")
    {
        Version = 3,
        Sensitive = ["result", "bcrypt_hash"],
        ForceNew =
        [
            "keepers", "length", "lower", "upper", "number", "numeric", "special", "min_lower", "min_upper", "min_numeric", "min_special",
            "override_special",
        ],
        Plan = Plan,
        Make = Make,
    };

    private static Attributes Plan(Attributes planned)
    {
        // "number" is the older name of "numeric".
        var numeric = planned["numeric"] is FlagValue given ? given : planned["number"] is FlagValue older ? older : (Value)true;
        foreach (var (kind, _) in Kinds)
        {
            planned = planned.SetIfUnknown(kind, kind == "numeric" ? numeric : true).SetIfUnknown($"min_{kind}", 0);
        }

        return planned.SetIfUnknown("number", numeric);
    }

    private static Attributes Make(CreateContext context, Attributes planned)
    {
        if (!planned["result"].IsUnknown)
        {
            return planned;
        }

        var result = Draw(planned);
        return planned
            .SetIfUnknown("result", result)
            // Of the right form only; nothing here checks a password against it.
            .SetIfUnknown("bcrypt_hash", $"$2a$10${Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(result)))[..53]}");
    }

    private static string Draw(Attributes planned)
    {
        (string Characters, int Least)[] kinds =
        [
            .. Kinds.Where(kind => planned.Flag(kind.Kind)).Select(kind =>
                (kind.Kind == "special" ? planned.Text("override_special") ?? Specials : kind.Characters, (int)(planned.Number($"min_{kind.Kind}") ?? 0))),
        ];
        var length = (int)(planned.Number("length") ?? 0);
        var least = kinds.Sum(kind => kind.Least);
        var any = string.Concat(kinds.Select(kind => kind.Characters));
        if (length < 1 || length < least)
        {
            throw new CloudRefusedException("InvalidLength", $"The length {length} has to be 1 or more, and no less than the least numbers of characters together, {least}.");
        }

        if (any.Length == 0)
        {
            throw new CloudRefusedException("NoCharacters", "No kind of character is allowed.");
        }

        // Passwords are drawn, and not made from a hash as ids are: two of the same settings have to differ in any order.
        char[] drawn = [.. kinds.SelectMany(kind => RandomNumberGenerator.GetItems<char>(kind.Characters, kind.Least)), .. RandomNumberGenerator.GetItems<char>(any, length - least)];
        RandomNumberGenerator.Shuffle<char>(drawn);
        return new string(drawn);
    }
}
