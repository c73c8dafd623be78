using S2SVpn.Design.Catalogue;

namespace S2SVpn.Design.Tests.Planning;

public sealed class MachineSizesTests
{
    [Theory]
    [InlineData(Cloud.Aws, "t3.micro", false)]
    [InlineData(Cloud.Aws, "g5.xlarge", false)]
    [InlineData(Cloud.Aws, "m7i-flex.large", false)]
    [InlineData(Cloud.Aws, "t4g.nano", true)]
    [InlineData(Cloud.Aws, "c7gn.medium", true)]
    [InlineData(Cloud.Aws, "g5g.xlarge", true)]
    [InlineData(Cloud.Aws, "a1.medium", true)]
    [InlineData(Cloud.Azure, "Standard_B2ats_v2", false)]
    [InlineData(Cloud.Azure, "Standard_NP10s", false)]
    [InlineData(Cloud.Azure, "Standard_B2pts_v2", true)]
    [InlineData(Cloud.Azure, "Standard_D2plds_v5", true)]
    [InlineData(Cloud.Azure, "Standard_E4-2ps_v6", true)]
    public void IsArm_OfASize_GoesByItsName(Cloud cloud, string size, bool isArm) => Assert.Equal(isArm, MachineSizes.IsArm(cloud, size));
}
