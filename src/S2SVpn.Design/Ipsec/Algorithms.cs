using System.ComponentModel;

namespace S2SVpn.Design.Ipsec;

/// <summary>Ciphers, of IKE as of ESP. The vocabulary is wider than what either cloud takes, so that a rule can say why not.</summary>
public enum Encryption
{
    [Description("AES-CBC, 128 bits."), Spelling("aes128", "aes128-cbc")]
    Aes128,

    [Description("AES-CBC, 192 bits. AWS does not support it."), Spelling("aes192", "aes192-cbc")]
    Aes192,

    [Description("AES-CBC, 256 bits."), Spelling("aes256", "aes256-cbc")]
    Aes256,

    [Description("AES-GCM, 128 bits, with its own integrity."), Spelling("aes128-gcm", "gcmaes128", "aes128-gcm-16")]
    Aes128Gcm,

    [Description("AES-GCM, 192 bits, with its own integrity. AWS does not support it."), Spelling("aes192-gcm", "gcmaes192")]
    Aes192Gcm,

    [Description("AES-GCM, 256 bits, with its own integrity."), Spelling("aes256-gcm", "gcmaes256", "aes256-gcm-16")]
    Aes256Gcm,

    [Description("Single DES. AWS does not support it."), Spelling("des")]
    Des,

    [Description("Triple DES. AWS does not support it."), Spelling("3des", "des3")]
    TripleDes,

    [Description("No encryption. AWS does not support it."), Spelling("none")]
    None,
}

/// <summary>Integrity algorithms; with a GCM cipher in IKE, the hash of the pseudo-random function.</summary>
[Advice("gcmaes", "Leave integrity out: a GCM cipher has its own, and in IKE the profile's hash serves the pseudo-random function.")]
public enum Integrity
{
    [Description("MD5. AWS does not support it.")]
    Md5,

    [Description("SHA-1."), Spelling("sha1", "sha-1")]
    Sha1,

    [Description("SHA-2, 256 bits."), Spelling("sha256", "sha2-256", "sha-256")]
    Sha256,

    [Description("SHA-2, 384 bits. Azure supports it for IKE only."), Spelling("sha384", "sha2-384", "sha-384")]
    Sha384,

    [Description("SHA-2, 512 bits. Azure does not support it."), Spelling("sha512", "sha2-512", "sha-512")]
    Sha512,
}

/// <summary>Diffie-Hellman groups, by the names of RFC 3526, 5114 and 5903; their IANA number and Azure's own names are read as well.</summary>
[Advice("pfsmm", "Write the group of phase 1 here too.")]
public enum DhGroup
{
    [Description("No key exchange in phase 2: no perfect forward secrecy. AWS always needs one.")]
    None,

    [Description("Group 1. AWS does not support it."), Spelling("modp768", "1", "group1", "dhgroup1", "pfs1")]
    Modp768,

    [Description("Group 2."), Spelling("modp1024", "2", "group2", "dhgroup2", "pfs2")]
    Modp1024,

    [Description("Group 5. Azure does not support it."), Spelling("modp1536", "5", "group5")]
    Modp1536,

    [Description("Group 14."), Spelling("modp2048", "14", "group14", "dhgroup14", "dhgroup2048", "pfs14", "pfs2048")]
    Modp2048,

    [Description("Group 15. Azure does not support it."), Spelling("modp3072", "15", "group15")]
    Modp3072,

    [Description("Group 16. Azure does not support it."), Spelling("modp4096", "16", "group16")]
    Modp4096,

    [Description("Group 17. Azure does not support it."), Spelling("modp6144", "17", "group17")]
    Modp6144,

    [Description("Group 18. Azure does not support it."), Spelling("modp8192", "18", "group18")]
    Modp8192,

    [Description("Group 19."), Spelling("ecp256", "19", "group19")]
    Ecp256,

    [Description("Group 20."), Spelling("ecp384", "20", "group20")]
    Ecp384,

    [Description("Group 21. Azure does not support it."), Spelling("ecp521", "21", "group21")]
    Ecp521,

    [Description("Group 22. Azure does not support it."), Spelling("modp1024s160", "22", "group22")]
    Modp1024s160,

    [Description("Group 23. Azure does not support it."), Spelling("modp2048s224", "23", "group23")]
    Modp2048s224,

    [Description("Group 24."), Spelling("modp2048s256", "24", "group24", "dhgroup24", "pfs24")]
    Modp2048s256,
}

/// <summary>The version of the key exchange.</summary>
public enum IkeVersion
{
    [Description("IKEv1. Only for a peer that supports nothing newer.")]
    Ikev1,

    [Description("IKEv2.")]
    Ikev2,
}
