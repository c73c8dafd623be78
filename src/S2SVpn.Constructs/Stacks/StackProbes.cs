using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The test machines of a plan, and the outputs that tell how to use them.</summary>
internal sealed class StackProbes
{
    private readonly ConnectivityPlan _plan;
    private readonly StackMap _stacks;
    private readonly ProbeKey? _key;
    private readonly List<(string Site, ProbeMachine Machine)> _aws = [];
    private readonly List<(string Site, ProbeMachine Machine)> _azure = [];

    /// <param name="plan">The plan.</param>
    /// <param name="stacks">Where the machines are. A key that is made is made in the stack that is applied first.</param>
    public StackProbes(ConnectivityPlan plan, StackMap stacks)
    {
        (_plan, _stacks) = (plan, stacks);
        if (ProbeKey.IsNeeded(plan))
        {
            stacks.Shared.Providers.AddTls();
            _key = new ProbeKey(stacks.Shared, "probe-key");
        }
    }

    public void Add(AwsVpnSide side, AwsSitePlan site)
    {
        if (site.Ssh is { } ssh)
        {
            _aws.AddRange(new AwsProbes(side, "probes", site, ssh.PublicKey ?? _key!.PublicKey).Machines.Select(machine => (site.Name, machine)));
        }
    }

    public void Add(AzureVpnSide side, AzureSitePlan site)
    {
        if (site.Ssh is { } ssh)
        {
            _azure.AddRange(new AzureProbes(side, "probes", site, ssh.PublicKey ?? _key!.PublicKey).Machines.Select(machine => (site.Name, machine)));
        }
    }

    /// <summary>Writes the outputs: AWS is applied after Azure, so the checks are there.</summary>
    public void Write()
    {
        foreach (var (stack, part) in _stacks.Aws)
        {
            WriteAddresses(stack, "aws", "AWS", MachinesOf(_aws, part.AwsSites.Select(site => site.Name)));
        }

        foreach (var (stack, part) in _stacks.Gateways)
        {
            WriteAddresses(stack, "azure", "Azure", MachinesOf(_azure, part.AzureSites.Select(site => site.Name)));
        }

        if (_key is not null)
        {
            Write(_stacks.Shared, "ssh_private_key", _key.PrivateKey, "The SSH key of the test machines: terraform output -raw ssh_private_key > probe.pem", sensitive: true);
        }

        foreach (var (stack, part) in _stacks.Aws)
        {
            WriteChecks(stack, part);
        }
    }

    private void WriteChecks(S2SVpnStack stack, ConnectivityPlan part)
    {
        var aws = MachinesOf(_aws, part.AwsSites.Select(site => site.Name));
        var azure = MachinesOf(_azure, stack.Plan.Site is null ? part.AzureSites.Select(site => site.Name) : part.Links.Select(link => link.AzureSite));
        if (aws.Count + azure.Count > 0)
        {
            var checks = new ProbeChecks(ProbePath.Of(part), aws, azure, _key is null ? null : "probe.pem", _stacks.Shared == stack ? null : _stacks.Shared.Plan.Name);
            Write(stack, "checks", checks.Text, "What to try on the test machines: terraform output -raw checks");
        }
    }

    private static List<ProbeMachine> MachinesOf(IEnumerable<(string Site, ProbeMachine Machine)> machines, IEnumerable<string> sites)
    {
        var those = sites.ToHashSet();
        return [.. machines.Where(each => those.Contains(each.Site)).Select(each => each.Machine)];
    }

    private static void WriteAddresses(TerraformStack stack, string prefix, string cloud, List<ProbeMachine> machines)
    {
        if (machines.Count > 0)
        {
            Write(stack, $"{prefix}_vm_private_ip", OneOrMap(machines, machine => machine.PrivateIp), $"The private address of each test machine in {cloud}.");
        }

        var visible = machines.Where(machine => machine.PublicIp is not null).ToList();
        if (visible.Count > 0)
        {
            Write(
                stack, $"{prefix}_vm_public_ip",
                machines.Count == 1 ? visible[0].PublicIp! : visible.ToDictionary(machine => machine.Name, object (machine) => machine.PublicIp!),
                $"The public address of each test machine in {cloud} that has one.");
        }
    }

    private static object OneOrMap(List<ProbeMachine> machines, Func<ProbeMachine, string> value) =>
        machines is [var only] ? value(only) : machines.ToDictionary(machine => machine.Name, object (machine) => value(machine));

    private static void Write(TerraformStack stack, string name, object value, string description, bool sensitive = false) =>
        _ = new TerraformOutput(stack, name, new TerraformOutputConfig { Value = value, Description = description, Sensitive = sensitive ? true : null });
}
