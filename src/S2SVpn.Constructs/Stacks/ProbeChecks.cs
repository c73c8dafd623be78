using System.Globalization;
using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>
/// Commands that show whether the VPN carries what the request lets across, ready to be pasted. Each of them works with
/// what its machine has for certain: a tool that a machine has to fetch is used where both ends have a public address.
/// </summary>
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

        yield return "# On a VPN that works all of these pass. A machine is ready two minutes after it was made, a tunnel some minutes after the apply.";
        if (paths.Count == 0)
        {
            yield return "# The request's access lets nothing across between these machines.";
        }

        foreach (var path in paths)
        {
            var (from, to) = (Machine(path.From), path.Address?.ToString() ?? Machine(path.To).PrivateIp);
            yield return "";
            yield return $"# From {Name(path.From)} to {Name(path.To)}";
            foreach (var line in from.RunCommandId is { } id ? RunBy(id, Commands(path, to)) : LogIn(from).Concat(Commands(path, to)))
            {
                yield return line;
            }
        }
    }

    // Free, and it needs nothing but the rights that made the machine
    // (learn.microsoft.com/azure/virtual-machines/linux/run-command).
    private static IEnumerable<string> RunBy(string machine, IEnumerable<string> commands) =>
    [
        $"az vm run-command invoke --ids {machine} --command-id RunShellScript \\",
        "  --query 'value[0].message' --output tsv --scripts " + string.Join(" \\\n  ", commands.Select(command => $"\"{command}\"")),
    ];

    private IEnumerable<string> LogIn(ProbeMachine machine)
    {
        if (machine is { PublicIp: null, ProxyCommand: null })
        {
            yield return "# It has no public address: come from a machine that reaches it, or give its VPC an EC2 Instance Connect endpoint.";
        }

        yield return string.Concat(
            "ssh ",
            keyFile is null ? "" : $"-i {keyFile} ",
            "-o StrictHostKeyChecking=accept-new ",
            machine is { PublicIp: null, ProxyCommand: { } proxy } ? $"-o ProxyCommand='{proxy}' " : "",
            $"{ProbeSoftware.User}@{machine.PublicIp ?? machine.PrivateIp}");
    }

    private IEnumerable<string> Commands(ProbePath path, string to)
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

        yield return $"{ProbeSpeed.Name} {to} {best}";
        if (Machine(path.From).PublicIp is not null && Machine(path.To).PublicIp is not null)
        {
            yield return $"iperf3 --client {to} --port {best}";
            yield return $"iperf3 --client {to} --port {best} --reverse";
        }
    }

    private ProbeMachine Machine(ProbeEnd end) => (end.Cloud == Cloud.Aws ? aws : azure).First(machine => machine.Name == end.Probe.Key);

    private static string Name(ProbeEnd end) => $"{end.Probe.Key} in {(end.Cloud == Cloud.Aws ? "AWS" : "Azure")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
