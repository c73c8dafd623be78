namespace S2SVpn.Rehearsal.Lab.State;

/// <summary>A unit of systemd as a machine's files describe it: its own file, and what adds to it (man 5 systemd.unit).</summary>
/// <param name="Name">Such as <c>bird.service</c>.</param>
/// <param name="HasFile">Whether its own file is among them: that of a package's unit is not.</param>
internal sealed record SystemdUnit(string Name, bool HasFile)
{
    private const string Folder = "/etc/systemd/system/";

    // What a unit of these names takes along when it starts.
    private static readonly string[] Pulls = ["Wants", "Requires", "BindsTo", "Upholds"];

    // Where files are that no user data writes.
    private static readonly string[] OfImage = ["/usr/bin/", "/usr/sbin/", "/usr/lib/", "/bin/", "/sbin/", "/lib/", "/proc/", "/sys/", "/dev/", "/run/", "/boot/"];

    private readonly List<(string Section, string Key, string Value)> _lines = [];

    /// <summary>Whether it can be enabled.</summary>
    public bool HasInstall => !HasFile || _lines.Exists(line => line.Section == "[Install]");

    /// <summary>The units that start with it.</summary>
    public IEnumerable<string> Started =>
    [
        .. _lines.Where(line => Pulls.Contains(line.Key)).SelectMany(line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        .. Name.EndsWith(".timer", StringComparison.Ordinal) ? [Values("Unit") is [.., var named] ? named : $"{Name[..^".timer".Length]}.service"] : Array.Empty<string>(),
    ];

    /// <summary>The commands that it runs, each in words. One that may fail is none of them.</summary>
    public IEnumerable<string[]> Commands => _lines.Select(line => line.Key).Where(key => key.StartsWith("Exec", StringComparison.Ordinal)).Distinct().SelectMany(Values)
        .Select(command => command.TrimStart('@', ':', '+', '!', '|').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 0 && words[0][0] != '-');

    /// <summary>Whether systemd refuses it, as only a unit that ends by itself may have several commands (man 5 systemd.service). That of a package has one already.</summary>
    public bool HasTooManyCommands => Values("Type") is not [.., "oneshot"] && Values("ExecStart") is { Count: > 0 } own
        && own.Count + (HasFile || _lines.Exists(line => line is { Key: "ExecStart", Value: "" }) ? 0 : 1) > 1;

    /// <summary>The folder of its own that systemd deletes as soon as it has ended, though others read what it writes there (man 5 systemd.exec); null for none.</summary>
    public string? LostFolder => Values("Type") is [.., "oneshot"] && Values("RemainAfterExit") is not [.., "yes"] && Values("RuntimeDirectoryPreserve") is not [.., "yes"] && Values("RuntimeDirectory") is [.., var folder] ? $"/run/{folder}" : null;

    /// <summary>The line that keeps it from the network, from root's rights, or from starting at all (man 5 systemd.exec, systemd.resource-control, systemd.unit); null for none.</summary>
    /// <param name="files">What its machine is given, by the paths.</param>
    public string? Hindrance(IReadOnlyDictionary<string, string> files) => _lines
        .Where(line => line.Key switch
        {
            "PrivateNetwork" or "DynamicUser" or "PrivateUsers" => line.Value is "yes" or "true" or "on" or "1",
            "User" => line.Value is not ("" or "root" or "0"),
            "IPAddressDeny" => line.Value == "any",
            // What its programs take from there is for their tests.
            "Environment" => line.Value.Trim('"').StartsWith("S2S_", StringComparison.Ordinal),
            "ExecStartPre" or "ExecCondition" => line.Value.Split(' ')[0].TrimStart('@', ':', '+', '!') is "/bin/false" or "/usr/bin/false" or "false",
            "RestrictAddressFamilies" => line.Value[..Math.Min(line.Value.Length, 1)] is not "~" && !line.Value.Split(' ').Contains("AF_INET"),
            "ConditionPathExists" or "AssertPathExists" => line.Value.Length > 0 && line.Value[0] == '/' && !files.ContainsKey(line.Value) && !OfImage.Any(folder => line.Value.StartsWith(folder, StringComparison.Ordinal)),
            _ => false,
        })
        .Select(line => $"{line.Key}={line.Value}").FirstOrDefault();

    /// <summary>All values of a key since it was last set to nothing.</summary>
    public IReadOnlyList<string> Values(string key)
    {
        var all = _lines.Where(line => line.Key == key).Select(line => line.Value).ToList();
        return [.. all.Skip(all.LastIndexOf("") + 1)];
    }

    /// <summary>The units that files describe.</summary>
    public static IReadOnlyList<SystemdUnit> Of(IReadOnlyDictionary<string, string> files) =>
    [
        .. from file in files
           where file.Key.StartsWith(Folder, StringComparison.Ordinal)
           let parts = file.Key[Folder.Length..].Split('/')
           where parts.Length == 1 || (parts.Length == 2 && parts[0].EndsWith(".d", StringComparison.Ordinal) && parts[1].EndsWith(".conf", StringComparison.Ordinal))
           orderby parts.Length, file.Key
           group (IsOwn: parts.Length == 1, Text: file.Value) by parts.Length == 1 ? parts[0] : parts[0][..^".d".Length] into same
           select Read(same.Key, [.. same]),
    ];

    private static SystemdUnit Read(string name, IReadOnlyList<(bool IsOwn, string Text)> files)
    {
        var unit = new SystemdUnit(name, files.Any(file => file.IsOwn));
        foreach (var (_, text) in files)
        {
            var section = "";
            foreach (var line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
            {
                section = line[0] == '[' ? line : section;
                if (line[0] != '[' && line.Split('=', 2) is [var key, var value])
                {
                    unit._lines.Add((section, key.Trim(), value.Trim()));
                }
            }
        }

        return unit;
    }
}
