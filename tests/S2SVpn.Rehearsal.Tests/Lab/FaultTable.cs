using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Each fault is found where it shows, and explained by what the two ends were told.</summary>
public abstract class FaultTable
{
    private static readonly string StaticRequest = File.ReadAllText(Repository.File("s2svpn.yaml")) + "links:\n  - routing: static\n";

    protected static TheoryData<string> NamesOf(params string[] groups) => [.. LabFaults.All.Where(fault => groups.Contains(fault.Group)).Select(fault => fault.Name)];

    protected static async Task FindsAndExplainsAsync(string name)
    {
        var fault = LabFaults.All.Single(fault => fault.Name == name);
        var state = await LabBench.StateAsync();
        LabDesign? design = null;
        if (fault.Static)
        {
            LabFaults.Static(state);
            design = LabBench.Designed(StaticRequest);
        }

        fault.Put(state);
        var report = await LabBench.RunAsync(state, design);

        Assert.False(report.Passed);
        var failed = report.Checks.Where(check => check.Group == fault.Group && !check.Passed).ToList();
        Assert.True(failed.Count > 0, $"Nothing of '{fault.Group}' failed:\n{LabBench.Failures(report)}");
        Assert.All(failed, check => Assert.Contains(fault.Check, begin => check.Name.StartsWith(begin, StringComparison.Ordinal)));
        Assert.All(fault.Check, begin => Assert.Contains(failed, check => check.Name.StartsWith(begin, StringComparison.Ordinal)));
        var explained = string.Join('\n', failed.Select(check => check.Explanation));
        Assert.All(fault.Said, words => Assert.Contains(words, explained));
        // No key is told, whatever went wrong.
        var keys = state.All("aws_vpn_connection").SelectMany(connection => new[] { "tunnel1_preshared_key", "tunnel2_preshared_key" }.Select(key => connection[key]!.GetValue<string>()));
        Assert.All(keys, key => Assert.DoesNotContain(key, LabBench.Failures(report)));
    }
}
