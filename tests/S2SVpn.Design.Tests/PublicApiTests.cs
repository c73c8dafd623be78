using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests;

/// <summary>What others can build on. A change of the list is a change of the library's surface, and belongs in the changelog.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PublicTypes_OfTheAssembly_AreTheCommittedOnes() => Snapshot.Verify(PublicApi.Of(typeof(Rule).Assembly), "txt");
}
