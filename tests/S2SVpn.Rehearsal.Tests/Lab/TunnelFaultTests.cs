namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>The tunnels' faults, apart from the others so that both take their time at once.</summary>
public sealed class TunnelFaultTests : FaultTable
{
    public static TheoryData<string> Names => NamesOf("tunnels");

    [Theory]
    [MemberData(nameof(Names))]
    public Task Rehearsal_OfAFaultInATunnel_FindsAndExplainsIt(string name) => FindsAndExplainsAsync(name);
}
