using S2SVpn.Constructs.Aws;
using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>What others can build on. A change of the list is a change of the library's surface, and belongs in the changelog.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PublicTypes_OfTheAssembly_AreTheCommittedOnes() => Snapshot.Verify(PublicApi.Of(typeof(AwsVpnSide).Assembly), "txt");
}
