using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A machine whose public address went astray.</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task AMachine_WhoseAddressBelongsToNothing_IsToldOfIt()
    {
        var said = await SaidAsync((left, _) => left["network_interface"] = null);

        Assert.Matches(@"^aws_instance\.\S+machine-0\S+ \(aws_network_interface\.\S+\) has no public address .* Look at aws_eip\.\S+machine-0\S+: no machine has it\.$", said);
    }

    [Fact]
    public async Task AMachine_WhoseAddressIsOnTheInterfaceOfAnother_IsToldOfBoth()
    {
        var said = await SaidAsync((left, right) => left["network_interface"] = (string?)right["network_interface"]);

        Assert.Matches(@" Look at aws_eip\.\S+machine-0\S+ and aws_eip\.\S+machine-1\S+: they are on one interface\.$", said);
    }

    private static async Task<string> SaidAsync(Action<JsonNode, JsonNode> edit)
    {
        Workbench.FindTerraform();
        var state = new StateEdits((await TerraformApply.RunAsync([Example.Read("strongswan-pair").Stacks[0].Json.ToJsonString()], [], CancellationToken.None))[0]);
        edit(state["aws_eip", "gateway_machine-0"], state["aws_eip", "gateway_machine-1"]);
        return Assert.Throws<LabException>(() => LabLayout.From(TerraformState.Read(state.ToString()), new Dictionary<string, IReadOnlyList<string>>())).Message;
    }
}
