using System.Globalization;
using System.Text.RegularExpressions;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What keeps strongSwan on a machine from its connections, from its keys, or from its interfaces.</summary>
internal static partial class SwanctlConfiguration
{
    // Ubuntu's package has a profile for swanctl, which reads this file for what is allowed beside it.
    private const string Profile = "/etc/apparmor.d/local/usr.sbin.swanctl";

    public static IEnumerable<string> Causes(ApplianceMachineNode machine)
    {
        var loaded = SwanctlFiles.Loaded(machine.Files);
        var unread = machine.Files.Where(file => file.Key.StartsWith(SwanctlFiles.Folder, StringComparison.Ordinal) && Connections().IsMatch(file.Value) && !loaded.Contains(file.Key)).Select(file => file.Key).ToList();
        if (unread is [var path, ..])
        {
            yield return $"swanctl of {machine.Name} does not load {path}, which has its connections: it loads /etc/swanctl/swanctl.conf and what that includes, such as /etc/swanctl/conf.d/*.conf.";
        }

        if (machine.Ends.Count == 0)
        {
            yield break;
        }

        if (Keys(machine) is { } keys)
        {
            if (!SwanctlFiles.Includes(machine.Files, keys))
            {
                yield return $"swanctl of {machine.Name} never reads {keys}, where s2s-keys writes the keys: no file that it loads includes it.";
            }

            if (!IsAllowed(machine, keys))
            {
                yield return $"AppArmor keeps swanctl of {machine.Name} from {keys}, where s2s-keys writes the keys: {Profile} does not allow it.";
            }
        }

        foreach (var (name, connection) in machine.Ends)
        {
            var child = connection.Section("children").Section(name);
            var number = machine.TunnelLines.FirstOrDefault(line => line[0] == name)?[1] ?? "none";
            foreach (var id in new[] { child.Text("if_id_in"), child.Text("if_id_out") }.Where(id => id != number && Number(id) != number).Take(1))
            {
                yield return $"The interface {name} of {machine.Name} has the if_id {number}, and its connection has {id ?? "none"}: what is sent into the interface finds no IPsec policy.";
            }
        }
    }

    // strongSwan takes hexadecimal numbers as well.
    private static string? Number(string? id) => id?.StartsWith("0x", StringComparison.OrdinalIgnoreCase) == true && uint.TryParse(id[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
        ? number.ToString(CultureInfo.InvariantCulture) : id;

    private static string? Keys(ApplianceMachineNode machine) =>
        machine.Files.Where(file => file.Key.EndsWith("/s2s-keys", StringComparison.Ordinal)).Select(file => KeyFile().Match(file.Value)).FirstOrDefault(match => match.Success)?.Groups["path"].Value;

    private static bool IsAllowed(ApplianceMachineNode machine, string keys) =>
        (machine.Files.GetValueOrDefault(Profile) ?? "").Split('\n').Select(line => Allowed().Match(line)).Any(match => match.Success && SwanctlFiles.Fits(match.Groups["path"].Value, keys))
        || machine.Config.Commands.Concat(machine.Config.BootCommands).Any(command => command.Contains("apparmor", StringComparison.Ordinal) || command.Contains("aa-", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*connections\b", RegexOptions.Multiline)]
    private static partial Regex Connections();

    [GeneratedRegex("\"(?<path>/run/[\\w./-]+\\.conf)\"")]
    private static partial Regex KeyFile();

    [GeneratedRegex(@"^\s*(owner\s+)?(?<path>/\S+)\s+[a-zA-Z]*r[a-zA-Z]*,")]
    private static partial Regex Allowed();
}
