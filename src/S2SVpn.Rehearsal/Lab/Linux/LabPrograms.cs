using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>The programs that a lab is made of.</summary>
internal sealed record LabPrograms(string Charon, string Bird, string Nft, string Ip)
{
    // Needed for WireGuard only.
    private readonly string? _wireguard = Find("wireguard-go");
    private readonly string? _wg = Find("wg");

    // Needed for a pair of machines only.
    private readonly string? _python = Find("python3");

    /// <summary>What swanctl reads in the lab: else it complains of every plugin that is not installed.</summary>
    public const string SwanctlSettings = $"{Folder}/swanctl.conf";

    /// <summary>Where the files of those that run lie, inside the lab.</summary>
    public const string Folder = "/run/s2svpn";

    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"];

    // A file of each package, by which it is known to be there. No release of Debian or Ubuntu since 2022 has them elsewhere.
    private static readonly (string Package, string[] Files)[] Packages =
    [
        ("strongswan-charon", ["/usr/lib/ipsec/charon"]),
        ("strongswan-swanctl", ["/usr/lib/ipsec/plugins/libstrongswan-vici.so"]),
        ("libstrongswan-standard-plugins", ["/usr/lib/ipsec/plugins/libstrongswan-openssl.so"]),
        ("libcharon-extra-plugins", ["/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so"]),
        ("bird2", Places("bird")),
        ("nftables", Places("nft")),
        ("iproute2", Places("ip")),
        ("iputils-ping", Places("ping")),
    ];

    private static readonly (string Package, string[] Files)[] WireguardPackages =
    [
        ("wireguard-go", Places("wireguard-go")),
        ("wireguard-tools", Places("wg")),
    ];

    /// <exception cref="LabException">It is missing.</exception>
    public string Wireguard => _wireguard ?? throw Missing("wireguard-go");

    private static readonly (string Package, string[] Files)[] PairPackages =
    [
        ("python3", Places("python3")),
        ("curl", Places("curl")),
    ];

    /// <exception cref="LabException">It is missing.</exception>
    public string Python => _python ?? throw Missing("python3");

    /// <exception cref="LabException">It is missing.</exception>
    public string Wg => _wg ?? throw Missing("wg");

    /// <summary>The Debian packages that have what is missing here; empty where nothing is.</summary>
    /// <param name="wireguard">Whether a tunnel is WireGuard's.</param>
    /// <param name="pair">Whether machines of a pair look after each other.</param>
    /// <param name="over">A folder to mount over the root.</param>
    public static IReadOnlyList<string> MissingPackages(bool wireguard = false, bool pair = false, string? over = null) =>
        [.. Packages.Concat(wireguard ? WireguardPackages : []).Concat(pair ? PairPackages : []).Where(each => !each.Files.Any(file => File.Exists(file) || (over is not null && File.Exists(over + file)))).Select(each => each.Package)];

    /// <summary>Where they are, inside the lab.</summary>
    /// <exception cref="LabException">One is missing.</exception>
    public static LabPrograms Locate()
    {
        string Required(string program) => Find(program) ?? throw Missing(program);
        const string installed = "/usr/lib/ipsec/charon";
        if (!File.Exists(installed))
        {
            throw new LabException($"There is no {installed} on this machine.");
        }

        // AppArmor's profile of charon goes by its path, and would keep it from the lab's files.
        var charon = $"{Folder}/charon";
        File.Copy(installed, charon);
        return new LabPrograms(charon, Required("bird"), Required("nft"), Required("ip"));
    }

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Find(string program) => Places(program).FirstOrDefault(File.Exists);

    private static LabException Missing(string program) => new($"There is no '{program}' on this machine.");

    private static string[] Places(string program) => [.. Folders.Select(folder => Path.Combine(folder, program))];
}
