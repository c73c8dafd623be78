using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using S2SVpn.Constructs.Tests;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Comparing;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.App.Tests.Changes;

/// <summary>
/// A deployed request that changes: whatever it is, it applies at once, leaves nothing to do, and can be destroyed. Once with slow
/// deletes, and where the change both makes and takes away, once more with slow writes: no order is right by luck.
/// </summary>
public abstract partial class ChangeTests
{
    /// <summary>One in how many changes the real AWS provider plans too, where this machine has it: 1 for all of them.</summary>
    private const string Variable = "S2SVPN_TEST_REAL_AWS";

    private protected static async Task AppliesAsync(string name)
    {
        Workbench.FindTerraform();
        var change = ChangeTable.All.Single(change => change.Name == name);
        var (before, after) = (Synthesis.Plan(change.Before), Synthesis.Plan(change.After));
        if (before.Terraform.Stacks.Count + after.Terraform.Stacks.Count > 2)
        {
            OperationsPage.Verify(change, await StackBench.ChangeAsync(before, after));
            return;
        }

        var plan = await ChangeBench.ChangeAsync(before, after, Compares(change));
        var forecast = Forecast(plan);
        var actions = forecast.Changes.Select(each => each.Action).ToHashSet();
        if (actions.Overlaps([PlannedAction.ReplaceDeleteFirst, PlannedAction.ReplaceCreateFirst]) || (actions.Contains(PlannedAction.Delete) && actions.Count > 1))
        {
            await ChangeBench.ChangeAgainAsync(before, after);
        }

        if (IsApart(change))
        {
            Assert.Empty(forecast.Changes.Where(IsTouched).Select(each => each.Address));
        }

        OperationsPage.Verify(change, forecast);
    }

    // Whether it is about something else than gateways, tunnels and the networks that they know.
    private static bool IsApart(ChangeCase change) => RequestComparison.Between(Read(change.Before), Read(change.After)) is { Count: > 0 } changes
        && changes.All(each => Apart().IsMatch($"{each.Path}"));

    private static bool IsTouched(PlannedChange change) => change.Type is "aws_vpn_connection" or "azurerm_virtual_network_gateway_connection" or "azurerm_virtual_network_gateway"
        && (change.Action != PlannedAction.Update || change.Attributes.Any(attribute => attribute is not ("tags" or "tags_all")));

    private static VpnRequest Read(string yaml) => RequestReader.Read(yaml, "test.yaml", _ => null).Document!.Request;

    // The real AWS provider takes seconds for a plan.
    private static bool Compares(ChangeCase change) => (uint)ChangeTable.All.ToList().IndexOf(change) % Share == 0;

    private static uint Share => uint.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var share) && share > 0 ? share : 16;

    // Each half is a class of its own: xunit runs two classes at once.
    private protected static TheoryData<string> Half(int which) => [.. ChangeTable.All.Select(change => change.Name).Where((_, index) => index % 2 == which)];

    private static ChangeForecast Forecast(JsonNode plan) => ChangeForecast.Of([PlannedStack.Read(0, plan.ToJsonString())]);

    [GeneratedRegex(@"^(owner|tags|access|probes|monitoring(?!\.logs)|terraform\.protect|aws\.[^.]+\.network\.(subnets|internetGateway)|azure\.[^.]+\.network\.(subnets|spokes))\b")]
    private static partial Regex Apart();
}

/// <inheritdoc/>
public sealed class FirstHalfOfChangesTests : ChangeTests
{
    public static TheoryData<string> Names { get; } = Half(0);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Change_OfADeployedRequest_AppliesAtOnce(string name) => AppliesAsync(name);
}

/// <inheritdoc/>
public sealed class SecondHalfOfChangesTests : ChangeTests
{
    public static TheoryData<string> Names { get; } = Half(1);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Change_OfADeployedRequest_AppliesAtOnce(string name) => AppliesAsync(name);
}
