using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Rules that are added to a security group which exists already.</summary>
public sealed class ExistingGroupTests
{
    [Theory]
    [InlineData("10.1.1.0/24", null)]
    [InlineData("10.1.0.0/16", "No entry of 'access' lists it, but the security group in AWS allows it in")]
    [InlineData("0.0.0.0/0", "No entry of 'access' lists it, but the security group in AWS allows it in")]
    public async Task Rules_ThatLetInMoreThanAccess_AreFound(string network, string? cause)
    {
        Workbench.FindTerraform();
        var design = LabBench.Designed(File.ReadAllText(Repository.File("examples", "existing-networks.yaml")));
        var state = new StateEdits((await TerraformApply.RunAsync([Example.Read("existing-networks").Stacks[0].Json.ToJsonString()], design.Existing, CancellationToken.None))[0]);
        state.Set("aws_vpc_security_group_ingress_rule", "in-tcp-443", "cidr_ipv4", network);

        var check = Assert.Single((await LabBench.RunAsync(state, design, new LabOptions { Only = ["filters"] })).Checks);

        Assert.Equal(cause is null, check.Passed);
        Assert.Contains(cause ?? "", check.Explanation?.Cause ?? "", StringComparison.Ordinal);
    }
}
