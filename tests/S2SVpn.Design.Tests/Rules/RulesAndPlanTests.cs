using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>The rules and the plan agree on what is legal.</summary>
public sealed class RulesAndPlanTests
{
    private static readonly SourceMap Nowhere = new SourceMap.Builder(new SourceSpan("s2svpn.yaml", 1, 1, 0)).Build();

    [Fact]
    public void From_EveryCaseWithoutErrors_IsPlanned()
    {
        var good = RuleCase.All.SelectMany(cases => cases)
            .Select(each => each.Read())
            .Where(document => !RuleBook.Check(document).Any(finding => finding.Stops))
            .Select(document => document.Request);
        Assert.All(good, request => Assert.Equal(request.Links.Count, ConnectivityPlan.CreateUnchecked(request).Links.Count));
    }

    [Fact]
    public void Check_RequestThatIsMadeToBeLegal_RefusesNothing() => Prop.ForAll(LegalRequests.All.ToArbitrary(), request =>
    {
        // Its flows are drawn from all its sites, and not every two of them have a link.
        var found = RuleBook.Check(new RequestDocument(request with { Access = [] }, Nowhere));
        Assert.Empty(found.Where(finding => finding.Stops).Select(finding => $"{finding.Code} {finding.Message}"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
