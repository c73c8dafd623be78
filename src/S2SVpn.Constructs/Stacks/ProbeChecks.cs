using System.Globalization;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>Commands that show whether the VPN carries what the request lets across, ready to be pasted.</summary>
internal sealed class ProbeChecks(
    IReadOnlyList<ProbePath> paths, IReadOnlyList<ProbeMachine> aws, IReadOnlyList<ProbeMachine> azure, string? keyFile, string? keyStack)
{
    private const int Ssh = 22;

    public string Text => string.Join("\n", Lines()) + "\n";

    private IEnumerable<string> Lines()
    {
        if (keyFile is not null)
        {
            // Typed in the folder of the stack that has the checks.
            yield return $"terraform {(keyStack is null ? "" : $"-chdir=../{keyStack} ")}output -raw ssh_private_key > {keyFile} && chmod 600 {keyFile}";
        }

        if (paths.Count == 0)
        {
            yield return "# The request's access lets nothing across between these machines.";
        }

        foreach (var path in paths)
        {
            var (from, to) = (Machine(path.From), path.Address?.ToString() ?? Machine(path.To).PrivateIp);
            yield return "";
            yield return $"# From {Name(path.From)} to {Name(path.To)}";
            // Without a public address one comes from another machine of its network.
            yield return $"ssh {(keyFile is null ? "" : $"-i {keyFile} ")}{ProbeSoftware.User}@{from.PublicIp ?? from.PrivateIp}";
            foreach (var command in Commands(path, to))
            {
                yield return command;
            }
        }
    }

    private static IEnumerable<string> Commands(ProbePath path, string to)
    {
        if (path.Icmp)
        {
            yield return $"ping -c 5 {to}";
            yield return $"mtr --report --report-cycles 10 {to}";
        }

        foreach (var port in path.TcpPorts)
        {
            yield return $"nc -vz -w 5 {to} {Number(port)}";
        }

        var ports = path.TcpPorts.Where(port => port != Ssh).ToList();
        if (ports.Count == 0)
        {
            yield break;
        }

        var best = Number(ports.Contains(ProbePath.AnswerPort) ? ProbePath.AnswerPort : ports[0]);
        if (!path.Icmp)
        {
            yield return $"mtr --report --report-cycles 10 --tcp --port {best} {to}";
        }

        yield return $"iperf3 --client {to} --port {best}";
        yield return $"iperf3 --client {to} --port {best} --reverse";
    }

    private ProbeMachine Machine(ProbeEnd end) => (end.Cloud == Cloud.Aws ? aws : azure).First(machine => machine.Name == end.Probe.Key);

    private static string Name(ProbeEnd end) => $"{end.Probe.Key} in {(end.Cloud == Cloud.Aws ? "AWS" : "Azure")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
