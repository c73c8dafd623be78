using S2SVpn.Constructs.Aws;
using S2SVpn.Constructs.Azure;
using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs.Stacks;

/// <summary>The test machines of a plan, and the outputs that tell how to use them.</summary>
internal sealed class StackProbes
{
    private readonly ConnectivityPlan _plan;
    private readonly ProbeKey? _key;
    private readonly List<ProbeMachine> _aws = [];
    private readonly List<ProbeMachine> _azure = [];

    /// <param name="plan">The plan.</param>
    /// <param name="first">The stack that is applied first: a key that is made is made there.</param>
    public StackProbes(ConnectivityPlan plan, S2SVpnStack first)
    {
        _plan = plan;
        if (ProbeKey.IsNeeded(plan))
        {
            first.Providers.AddTls();
            _key = new ProbeKey(first, "probe-key");
        }
    }

    public void Add(AwsVpnSide side, AwsSitePlan site)
    {
        if (site.Ssh is { } ssh)
        {
            _aws.AddRange(new AwsProbes(side, "probes", site, ssh.PublicKey ?? _key!.PublicKey).Machines);
        }
    }

    public void Add(AzureVpnSide side, AzureSitePlan site)
    {
        if (site.Ssh is { } ssh)
        {
            _azure.AddRange(new AzureProbes(side, "probes", site, ssh.PublicKey ?? _key!.PublicKey).Machines);
        }
    }

    /// <param name="azure">The stack with the machines in Azure, and the key.</param>
    /// <param name="aws">The stack with the machines in AWS; it is applied after the other.</param>
    public void WriteTo(S2SVpnStack azure, S2SVpnStack aws)
    {
        WriteAddresses(aws, "aws", "AWS", _aws);
        WriteAddresses(azure, "azure", "Azure", _azure);
        if (_key is not null)
        {
            Write(azure, "ssh_private_key", _key.PrivateKey, "The SSH key of the test machines: terraform output -raw ssh_private_key > probe.pem", sensitive: true);
        }

        if (_aws.Count + _azure.Count > 0)
        {
            var checks = new ProbeChecks(ProbePath.Of(_plan), _aws, _azure, _key is null ? null : "probe.pem", azure == aws ? null : azure.Plan.Name);
            Write(aws, "checks", checks.Text, "What to try on the test machines: terraform output -raw checks");
        }
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
