using System.Security.Cryptography;
using System.Text;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Types.Tls;

/// <summary>
/// Private keys in all their forms, by registry.terraform.io/providers/hashicorp/tls/latest/docs/resources/private_key. They are
/// real ones: what is encrypted or signed with them can be read and checked.
/// </summary>
internal static class TlsPrivateKey
{
    private const string Curve = "ecdsa_curve";
    private const string Bits = "rsa_bits";

    public static CloudType Type { get; } = new("tls_private_key")
    {
        Version = 1,
        Sensitive = ["private_key_pem", "private_key_openssh", "private_key_pem_pkcs8"],
        ForceNew = ["algorithm", Bits, Curve],
        // Each has its own, whatever the algorithm.
        Plan = planned => planned.SetIfUnknown(Bits, 2048).SetIfUnknown(Curve, "P224"),
        Make = Make,
    };

    private static Attributes Make(CreateContext context, Attributes planned)
    {
        if (!planned["private_key_pem"].IsUnknown)
        {
            return planned;
        }

        switch (planned.Text("algorithm"))
        {
            case "RSA":
                using (var rsa = RSA.Create((int)(planned.Number(Bits) ?? 0)))
                {
                    return Describe(planned, rsa, rsa.ExportRSAPrivateKeyPem(), OpenSshKey.Of(rsa));
                }

            case "ECDSA":
                using (var ecdsa = ECDsa.Create(CurveOf(planned.Text(Curve))))
                {
                    return Describe(planned, ecdsa, ecdsa.ExportECPrivateKeyPem(), OpenSshKey.Of(ecdsa));
                }

            case var other:
                throw new CloudRefusedException("InvalidAlgorithm", $"The algorithm '{other}' is not simulated. Take RSA or ECDSA.");
        }
    }

    private static Attributes Describe(Attributes planned, AsymmetricAlgorithm key, string pem, OpenSshKey? ssh)
    {
        var publicPem = $"{key.ExportSubjectPublicKeyInfoPem()}\n";
        return planned
            .With("id", Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(publicPem)))[..40])
            .SetIfUnknown("private_key_pem", $"{pem}\n")
            .SetIfUnknown("private_key_pem_pkcs8", $"{key.ExportPkcs8PrivateKeyPem()}\n")
            .SetIfUnknown("private_key_openssh", ssh?.PrivateKey ?? "")
            .SetIfUnknown("public_key_pem", publicPem)
            .SetIfUnknown("public_key_openssh", ssh?.PublicKey ?? "")
            .SetIfUnknown("public_key_fingerprint_md5", ssh?.Md5 ?? "")
            .SetIfUnknown("public_key_fingerprint_sha256", ssh?.Sha256 ?? "");
    }

    private static ECCurve CurveOf(string? name) => name switch
    {
        "P224" => ECCurve.CreateFromFriendlyName("secp224r1"),
        "P256" => ECCurve.NamedCurves.nistP256,
        "P384" => ECCurve.NamedCurves.nistP384,
        "P521" => ECCurve.NamedCurves.nistP521,
        _ => throw new CloudRefusedException("InvalidCurve", $"The curve '{name}' is none of P224, P256, P384 and P521."),
    };
}
