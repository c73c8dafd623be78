using S2SVpn.Design.Planning;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>What the rules let pass can be planned.</summary>
public sealed class RulesAndPlanTests
{
    [Fact]
    public void From_EveryCaseWithoutErrors_IsPlanned()
    {
        var good = RuleCase.All.SelectMany(cases => cases)
            .Select(each => (Case: each, Document: each.Read()))
            .Where(each => !RuleBook.Check(each.Document).Any(finding => finding.Stops))
            .ToList();
        Assert.All(good, each => Assert.Equal(each.Document.Request.Links.Count, ConnectivityPlan.From(each.Document.Request).Links.Count));
    }
}
