namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>The routers' and the filters' faults, apart from the others so that both take their time at once.</summary>
public sealed class RoutingFaultTests : FaultTable
{
    public static TheoryData<string> Names => NamesOf("rekeying", "bgp", "routes", "machines", "filters", "access");

    [Theory]
    [MemberData(nameof(Names))]
    public Task Rehearsal_OfAFaultInATunnelThatStands_FindsAndExplainsIt(string name) => FindsAndExplainsAsync(name);
}
