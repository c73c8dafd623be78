using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>What a machine of a pair knows of the pair, in machine.json.</summary>
public sealed class WrongTwinTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Applied = new(() => TerraformApply.RunAsync([Example.Read("strongswan-pair").Stacks[0].Json.ToJsonString()], [], CancellationToken.None));

    [Theory]
    [InlineData("\"twin\": {", "\"pair\": {", "knows nothing of strongswan-pair-test-gateway-aws-1")]
    [InlineData("\"own\": \"eni-", "\"own\": \"eni-0", "in place of its own eni-")]
    [InlineData("\"address\": \"10.0.10.20\"", "\"address\": \"10.0.10.21\"", "asks 10.0.10.21 whether its twin is well, and strongswan-pair-test-gateway-aws-1 is at 10.0.10.20")]
    [InlineData("\"index\": 0", "\"index\": 1", "have the index 1")]
    [InlineData("            \"10.3.0.0/16\"\n", "            \"10.3.0.0/17\"\n", "does not move the route to 10.3.0.0/16")]
    public async Task Machine_ThatKnowsItsPairWrongly_IsFound(string from, string to, string said) =>
        Assert.Contains(said, Assert.NotNull(await OfAsync(state => MachineFiles.Rewrite(state["aws_instance", "gateway_machine-0"], "user_data_base64", from, to))).Cause, StringComparison.Ordinal);

    [Fact]
    public async Task Machine_AsItWasMade_IsRight() => Assert.Null(await OfAsync(_ => { }));

    private static async Task<(string Seen, string Cause)?> OfAsync(Action<StateEdits> edit)
    {
        Workbench.FindTerraform();
        var state = new StateEdits((await Applied.Value)[0]);
        edit(state);
        var machines = LabLayout.From(TerraformState.Read(state.ToString()), new Dictionary<string, IReadOnlyList<string>>()).Gateways.SelectMany(gateway => gateway.Appliance).OrderBy(machine => machine.Name, StringComparer.Ordinal).ToList();
        return WrongTwin.Of(machines[0], machines[1], ["10.3.0.0/16"]);
    }
}
