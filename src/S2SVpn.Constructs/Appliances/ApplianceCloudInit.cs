using System.Text;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// The cloud-init configuration of a machine (cloudinit.readthedocs.io/en/latest/reference/modules.html). It holds no key: user data can be
/// read by every process on the machine, and by everyone who may describe it.
/// </summary>
internal static class ApplianceCloudInit
{
    public static string Render(ApplianceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var text = new StringBuilder("#cloud-config\npackage_update: true\npackages:\n");
        foreach (var package in content.Packages)
        {
            text.Append("  - ").Append(package).Append('\n');
        }

        text.Append("write_files:\n");
        foreach (var file in content.Files)
        {
            text.Append("  - path: ").Append(file.Path).Append('\n')
                .Append("    permissions: \"").Append(file.Mode).Append("\"\n")
                .Append("    content: |\n");
            foreach (var line in file.Content.TrimEnd('\n').Split('\n'))
            {
                text.Append(line.Length == 0 ? "" : "      ").Append(line).Append('\n');
            }
        }

        text.Append("runcmd:\n  - [systemctl, daemon-reload]\n");
        foreach (var unit in content.Units)
        {
            // Nothing here waits: a unit that fetches a key may take its time.
            text.Append("  - [systemctl, enable, ").Append(unit).Append("]\n")
                .Append("  - [systemctl, restart, --no-block, ").Append(unit).Append("]\n");
        }

        return text.ToString();
    }
}
