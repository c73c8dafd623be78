using System.Text.RegularExpressions;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;
using Requests = S2SVpn.Design.Tests.Request.Requests;

namespace S2SVpn.Design.Tests.Rules;

public sealed class RuleBookTests
{
    private const string TwoFaults = """
        name: shop
        aws: { region: eu-central-1, network: 10.2.0.0/16, gateway: { asn: 1 } }
        azure: { location: westeurope, network: 10.2.0.0/17 }
        link: { routing: static, slot: 99 }

        """;

    public static TheoryData<string> GoodRequests => [Requests.Smallest, Requests.SeveralSites, Requests.ExistingNetwork];

    [Theory, MemberData(nameof(GoodRequests))]
    public void Check_GoodRequest_FindsNothing(string text) => Assert.Empty(Check(text).Select(finding => finding.Message));

    [Fact]
    public void Check_SeveralFaults_FindsAllInTheOrderOfTheFile()
    {
        var found = Check(TwoFaults);
        Assert.Equal(["AWS026", "X001", "X016", "X117"], found.Select(finding => finding.Code));
        Assert.Equal([2, 3, 4, 4], found.Select(finding => finding.Place.Span.Line));
        Assert.Equal([true, true, false, true], found.Select(finding => finding.Stops));
    }

    [Fact]
    public void Check_SeveralFaultsAtOnePlace_OrdersThemByCode()
    {
        var found = Check(Requests.Smallest + "link: { crypto: { ike: { version: ikev1 }, esp: { pfsGroup: 1 } } }\n");
        Assert.Equal(["AWS015", "X014", "AWS008", "X008"], found.Select(finding => finding.Code));
    }

    [Fact]
    public void Check_AcceptedWarning_KeepsItWithTheReason()
    {
        var found = Check(TwoFaults + "accept: [{ rule: X016, because: it is a lab }, { rule: X016, because: again }]\n");
        Assert.Equal("it is a lab", Assert.Single(found, finding => finding.Code == "X016").AcceptedBecause);
        Assert.All(found.Where(finding => finding.Code != "X016"), finding => Assert.Null(finding.AcceptedBecause));
    }

    [Fact]
    public void Check_AcceptedError_StopsAllTheSame()
    {
        var found = Check(TwoFaults + "accept: [{ rule: X117, because: I like it }]\n");
        var error = Assert.Single(found, finding => finding.Code == "X117");
        Assert.True(error.Stops);
        Assert.Null(error.AcceptedBecause);
    }

    [Fact]
    public void Check_SameRequestTwice_FindsTheSame() => Assert.Equal(Check(TwoFaults), Check(TwoFaults));

    [Fact]
    public void Check_RequestWithoutSites_FindsThatNothingIsJoined()
    {
        var request = new VpnRequest
        {
            Name = "shop",
            Aws = [],
            Azure = [],
            Probes = new Probes { SshFrom = [Cidr.Parse("10.0.0.0/8")], Aws = [new Probe { Name = "vm", PublicAddress = true }] },
        };
        var sources = new SourceMap.Builder(new SourceSpan("s2svpn.yaml", 1, 1, 0)).Build();
        Assert.Equal(["X111"], RuleBook.Check(new RequestDocument(request, sources)).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("X016b", "X016b")]
    [InlineData("x016B", "X016b")]
    [InlineData("aws012", "AWS012")]
    [InlineData("X999", null)]
    [InlineData("", null)]
    public void Find_Code_GivesItsRule(string code, string? expected) =>
        Assert.Equal(expected, RuleBook.Find(code)?.Facts.Code);

    [Fact]
    public void All_Codes_AreDifferentAndInOrder()
    {
        var codes = RuleBook.All.Select(rule => rule.Facts.Code).ToList();
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^(AWS|AZ|X)[0-9]{3}[a-z]?$", code));
    }

    [Fact]
    public void All_Texts_AreSentences()
    {
        Assert.All(RuleBook.All.Select(rule => rule.Facts), facts =>
        {
            Assert.Matches(@"^[A-Z].*[^.]$", facts.Title);
            Assert.Matches(@"^[A-Z].*\.$", facts.Why);
            Assert.Matches(@"^[A-Z].*[.?]$", facts.Fix);
            Assert.All(facts.Sources, source => Assert.Matches(@"^[a-z0-9.-]+\.[a-z]+/\S+[^/.]$|/$", source.Where));
        });
    }

    [Fact]
    public void Check_EveryCase_GivesSentencesAndWrittenPlaces()
    {
        var findings = RuleCase.All.SelectMany(cases => cases).Where(each => each.Kind == RuleCase.Fails).SelectMany(each => each.Find());
        Assert.All(findings, finding =>
        {
            Assert.Matches(@"[^.\s]$", finding.Message);
            Assert.Matches(@"^[A-Z].*[.?]$", finding.Fix);
            Assert.NotEmpty(finding.Places);
            Assert.Equal(finding.Places.Distinct(), finding.Places);
        });
    }

    [Fact]
    public void HeldRules_Codes_BelongToNoRule()
    {
        Assert.Empty(StructuralGuarantee.All.Select(held => held.Code).Intersect(RuleBook.All.Select(rule => rule.Facts.Code)));
        var named = StructuralGuarantee.All.SelectMany(held => Regex.Matches(held.Where, "\\b(AWS|AZ|X)[0-9]{3}[a-z]?\\b"));
        Assert.All(named, code => Assert.NotNull(RuleBook.Find(code.Value)));
    }

    private static ValueList<Finding> Check(string text) => RuleBook.Check(Requests.Good(text));
}
