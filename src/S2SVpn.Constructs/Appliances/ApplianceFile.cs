namespace S2SVpn.Constructs.Appliances;

/// <summary>A file on a machine of an appliance.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Content">Its text, with a line's end at its own end.</param>
/// <param name="Mode">Who may read and run it, in octal.</param>
internal sealed record ApplianceFile(string Path, string Content, string Mode = "0644")
{
    /// <summary>A program that root runs.</summary>
    public static ApplianceFile Program(string name, string content) => new($"/usr/local/sbin/{name}", content, "0755");

    /// <summary>A unit of systemd, or a change of one.</summary>
    public static ApplianceFile Unit(string name, string content) => new($"/etc/systemd/system/{name}", content);
}
