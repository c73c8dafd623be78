using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Tests.Request;

public sealed class SourceMapTests
{
    private static readonly SourceSpan File = new("s2svpn.yaml", 1, 1, 0);
    private static readonly SourceSpan Network = new("s2svpn.yaml", 9, 12, 13);

    [Fact]
    public void Locate_WrittenValue_GivesItsPlaceAndWrittenPath()
    {
        var place = Sources().Locate(RequestPath.Root.At("aws.aws.network"));
        Assert.Equal(new FindingPlace("aws.network", Network), place);
        Assert.Equal("s2svpn.yaml:9:12", place.Span.ToString());
    }

    [Fact]
    public void Locate_Default_GivesTheNearestWrittenParent()
    {
        var path = RequestPath.Root["aws"]["aws"]["network"]["cidrs"][0];
        Assert.Equal(new FindingPlace("aws.network.cidrs[0]", Network), Sources().Locate(path));
        Assert.Equal(new FindingPlace("links[1].between", File), Sources().Locate(RequestPath.Root.At("links[1].between")));
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("say \"x\"")]
    [InlineData("a[\"b\"]")]
    [InlineData("")]
    public void Locate_NameWithSigns_StepsOverAllOfIt(string name)
    {
        var path = RequestPath.Root["tags"][name];
        var sources = new SourceMap.Builder(File).Add(RequestPath.Root["tags"], Network).Build();
        Assert.Equal(new FindingPlace(path.ToString(), Network), sources.Locate(path));
    }

    [Fact]
    public void IsWritten_WrittenAndDefault_TellsThemApart()
    {
        Assert.True(Sources().IsWritten(RequestPath.Root.At("aws.aws.network")));
        Assert.False(Sources().IsWritten(RequestPath.Root.At("aws.aws.gateway")));
    }

    [Fact]
    public void Path_PlainAndOtherNames_ReadAsWritten()
    {
        Assert.Equal("aws.frankfurt.network.cidrs[0]", RequestPath.Root["aws"]["frankfurt"].At("network.cidrs")[0].ToString());
        Assert.Equal("tags[\"cost.centre\"]", RequestPath.Root["tags"]["cost.centre"].ToString());
        Assert.True(RequestPath.Root.IsRoot);
        Assert.Equal("", RequestPath.Root.ToString());
    }

    private static SourceMap Sources() => new SourceMap.Builder(File)
        .Add(RequestPath.Root.At("aws.aws"), new SourceSpan("s2svpn.yaml", 4, 1, 3), "aws")
        .Add(RequestPath.Root.At("aws.aws.network"), Network, "aws.network")
        .Build();
}
