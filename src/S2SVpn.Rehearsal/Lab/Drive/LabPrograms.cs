namespace S2SVpn.Rehearsal.Lab.Drive;

/// <summary>The programs that a lab is made of.</summary>
internal sealed record LabPrograms(string Charon, string Bird, string Nft, string Ip)
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin"];

    /// <summary>The Debian packages that have what is missing here; empty where nothing is.</summary>
    public static IReadOnlyList<string> MissingPackages()
    {
        var missing = new List<string>();
        if (!File.Exists("/usr/lib/ipsec/charon"))
        {
            missing.Add("strongswan-charon");
        }

        if (!File.Exists("/usr/lib/ipsec/plugins/libstrongswan-vici.so"))
        {
            missing.Add("strongswan-swanctl");
        }

        if (!File.Exists("/usr/lib/ipsec/plugins/libstrongswan-openssl.so"))
        {
            missing.Add("libstrongswan-standard-plugins");
        }

        if (!File.Exists("/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so"))
        {
            missing.Add("libcharon-extra-plugins");
        }

        foreach (var (program, package) in new[] { ("bird", "bird2"), ("nft", "nftables"), ("ip", "iproute2"), ("ping", "iputils-ping") })
        {
            if (Find(program) is null)
            {
                missing.Add(package);
            }
        }

        return missing;
    }

    /// <summary>Where they are, inside the lab.</summary>
    /// <exception cref="LabException">One is missing.</exception>
    public static LabPrograms Locate()
    {
        string Required(string program) => Find(program) ?? throw new LabException($"There is no '{program}' on this machine.");
        const string installed = "/usr/lib/ipsec/charon";
        if (!File.Exists(installed))
        {
            throw new LabException($"There is no {installed} on this machine.");
        }

        // AppArmor's profile of charon goes by its path, and would keep it from the lab's files.
        var charon = $"{Peers.Bird.Folder}/charon";
        File.Copy(installed, charon);
        return new LabPrograms(charon, Required("bird"), Required("nft"), Required("ip"));
    }

    private static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
