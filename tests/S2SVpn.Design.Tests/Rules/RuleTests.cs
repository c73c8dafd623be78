using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

/// <summary>Every rule by its case file: what it lets pass, and what it says of what it does not.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Codes => [.. RuleBook.All.Select(rule => rule.Facts.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Cases_EveryRule_AreOfAllThreeKinds(string code) => Assert.Equal(
        [RuleCase.Edge, RuleCase.Fails, RuleCase.Passes],
        RuleCase.All[code].Select(each => each.Kind).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Cases_EveryFile_BelongsToARule() =>
        Assert.Empty(RuleCase.All.Select(cases => cases.Key).Except(RuleBook.All.Select(rule => rule.Facts.Code)));

    [Theory, MemberData(nameof(Codes))]
    public void Check_PassingAndEdgeCase_FindsNothing(string code)
    {
        foreach (var each in RuleCase.All[code].Where(each => each.Kind != RuleCase.Fails))
        {
            Assert.Empty(each.Find().Select(finding => $"{each}: {finding.Message}"));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void Check_FailingCase_FindsWhatItsCommentsSay(string code)
    {
        foreach (var each in RuleCase.All[code].Where(each => each.Kind == RuleCase.Fails))
        {
            var found = each.Find();
            Assert.NotEmpty(found);
            var marked = each.Marked(found);
            if (Snapshot.IsAccepted)
            {
                each.Accept(marked);
                continue;
            }

            Assert.Equal(each.Text.TrimEnd('\n'), marked);
        }
    }
}
