using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Files that would take long or take much end in one finding.</summary>
public sealed class ReadingLimitsTests
{
    [Fact]
    public void Read_HugeText_IsNotLookedAt()
    {
        var finding = Only(new string('[', 10_000_000));
        Assert.Equal((ReadingCodes.TooBig, "the file has more than 1048576 characters"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_LongText_IsRefused()
    {
        var finding = Only($"name: {new string('x', 10_001)}");
        Assert.Equal((ReadingCodes.TooBig, "a text has more than 10000 characters"), (finding.Code, finding.Message));
        Assert.Equal(7, finding.Place.Span.Column);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("name: shop\n", 2)]
    [InlineData("name: shop\ntags:\n  ", 3)]
    public void Read_LongKey_IsRefused(string before, int line)
    {
        var finding = Only($"{before}{new string('k', 1025)}: x\n");
        Assert.Equal((ReadingCodes.Syntax, "not valid YAML: a key has more than 1024 characters, which is the most that YAML allows"), (finding.Code, finding.Message));
        Assert.Equal((line, "Write a shorter key; put a long text behind the colon of one."), (finding.Place.Span.Line, finding.Fix));
    }

    [Fact]
    public void Read_LongVariables_AreRefused()
    {
        var text = Requests.Smallest + "owner: " + string.Concat(Enumerable.Repeat("${env:LONG}", 100));
        var finding = Assert.Single(RequestReader.Read(text, "s2svpn.yaml", _ => new string('x', 1000)).Findings);
        Assert.Equal((ReadingCodes.TooBig, "owner is too long after its variables are filled in"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Read_ExplodingAliases_AreCountedAndNotFollowed()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var finding = Only(bomb);
        Assert.Equal((ReadingCodes.TooBig, "the file holds more than 100000 values, with aliases followed"), (finding.Code, finding.Message));
        Assert.Equal(5, finding.Place.Span.Line);
    }

    [Fact]
    public void Read_ExplodingMerges_AreCounted()
    {
        var wide = "a: &a { " + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"k{i}: x")) + " }\n";
        var finding = Only(wide + string.Concat(Enumerable.Range(0, 200).Select(i => $"b{i}: {{ <<: *a }}\n")));
        Assert.Equal(ReadingCodes.TooBig, finding.Code);
    }

    [Theory]
    [InlineData("[", "]", 34)]
    [InlineData("{ a: ", "}", 163)]
    [InlineData("- ", "", 67)]
    [InlineData("? ", "", 67)]
    public void Read_DeepNesting_StopsWhereItIsTooDeep(string open, string close, int column)
    {
        var finding = Only(string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000)));
        Assert.Equal((ReadingCodes.TooDeep, "values are nested more than 32 levels deep"), (finding.Code, finding.Message));
        Assert.Equal(column, finding.Place.Span.Column);
    }

    [Fact]
    public void Read_AliasBelowManyLevels_IsTooDeepAsWell()
    {
        var half = string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20));
        var finding = Only($"a: &a {half}\nb: {half.Replace("[]", "[*a]", StringComparison.Ordinal)}");
        Assert.Equal((ReadingCodes.TooDeep, 2), (finding.Code, finding.Place.Span.Line));
    }

    [Fact]
    public void Read_ThousandsOfWrongKeys_EndsWithTheFirstTwoThousand()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"key{i}: x\n"));
        var (document, findings) = Requests.Read(text);
        Assert.Null(document);
        Assert.Equal(2_000, findings.Count);
        Assert.All(findings, finding => Assert.Equal(ReadingCodes.UnknownKey, finding.Code));
    }

    [Fact]
    public void Read_LongNames_AreShortenedInMessages()
    {
        var finding = Assert.Single(Requests.Read($"{Requests.Smallest}tags: {{ {new string('x', 300)}: y }}").Findings);
        Assert.Equal($"tags has a name '{new string('x', 59)}…' that is not a name of at most 128 characters", finding.Message);
    }

    [Fact]
    public void Read_VersionConstraintThatNeverEnds_IsQuick()
    {
        // A pattern that can match a space in two ways takes a time of 2 to the number of commas.
        var constraint = string.Concat(Enumerable.Repeat("1, ", 300)) + "x";
        var finding = Assert.Single(Requests.Read($"{Requests.Smallest}terraform: {{ versions: {{ aws: '{constraint}' }} }}").Findings);
        Assert.Equal(ReadingCodes.Illegal, finding.Code);
    }

    [Fact]
    public void Read_LargestSensibleRequest_IsRead()
    {
        var aws = string.Concat(Enumerable.Range(0, 200).Select(i => $"  a{i}: {{ region: eu-central-1, network: 10.{i}.0.0/16 }}\n"));
        var azure = string.Concat(Enumerable.Range(0, 200).Select(i => $"  z{i}: {{ location: westeurope, network: 11.{i}.0.0/16 }}\n"));
        var links = string.Concat(Enumerable.Range(0, 1000).Select(i => $"  - {{ between: [a{i % 200}, z{i / 5}], slot: {i % 32} }}\n"));
        var request = Requests.Good($"name: big\naws:\n{aws}azure:\n{azure}links:\n{links}").Request;
        Assert.Equal((200, 200, 1000), (request.Aws.Count, request.Azure.Count, request.Links.Count));
    }

    private static Finding Only(string text)
    {
        var (document, findings) = Requests.Read(text);
        Assert.Null(document);
        return Assert.Single(findings);
    }
}
