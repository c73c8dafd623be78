using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Request.Comparing;

namespace S2SVpn.Design.Tests.Request;

public sealed class RequestComparisonTests
{
    private const string Two = """
        name: shop
        aws:
          frankfurt: { region: eu-central-1, network: 10.2.0.0/16 }
          ireland: { region: eu-west-1, network: 10.3.0.0/16 }
        azure: { location: westeurope, network: 10.1.0.0/16 }
        links:
          - { between: [frankfurt, azure], slot: 0 }
          - { between: [ireland, azure], slot: 1 }
        """;

    [Fact]
    public void Between_TwoRequests_NamesEachValueThatDiffers()
    {
        var changes = Between(Two, Two.Replace("10.3.0.0/16", "10.4.0.0/16").Replace("westeurope", "northeurope").Replace("slot: 1 }", "slot: 1, routing: static }"));

        Assert.Equal(
            ["aws.ireland.network.cidrs: 10.3.0.0/16 -> 10.4.0.0/16", "azure.azure.location: westeurope -> northeurope", "links[1].routing: bgp -> static"],
            changes.Select(change => $"{change.Path}: {change.Before} -> {change.After}"));
    }

    [Fact]
    public void Between_ASiteMore_NamesTheSite()
    {
        var change = Assert.Single(Between(Two.Replace("\n  ireland: { region: eu-west-1, network: 10.3.0.0/16 }", ""), Two));

        Assert.Equal(("aws.ireland", null), ($"{change.Path}", change.Before));
    }

    [Fact]
    public void Between_OtherKeys_ShowsNoValue()
    {
        var change = Assert.Single(Between(Two, Two.Replace("slot: 1 }", "slot: 1, keys: variables }")));

        Assert.Equal((null, null), (change.Before, change.After));
    }

    [Theory]
    [InlineData("tags: { psk: Zq7RkX2mVt9LpW4sNc8J, team: net }", "tags.psk:  -> ;tags.team:  -> net")]
    [InlineData("tags: { note: 'psk=Zq7RkX2mVt9LpW4sNc8J' }", "tags.note:  -> \"psk=****\"")]
    [InlineData("access: [{ from: azure, to: frankfurt, tcp: 443, why: 'psk=Zq7RkX2mVt9LpW4sNc8J' }]", "why: \"psk=****\"")]
    public void Between_ValuesThatTellASecret_HidesIt(string line, string shown)
    {
        var changes = string.Join(';', Between(Two, $"{Two}\n{line}").Select(change => $"{change.Path}: {change.Before} -> {change.After}"));

        Assert.Contains(shown, changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7", changes, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_SomeValues_LeavesTheOthers()
    {
        var (before, after) = (Requests.Good(Two).Request, Requests.Good(Two.Replace("10.3.0.0/16", "10.4.0.0/16").Replace("westeurope", "northeurope")).Request);
        var taken = RequestComparison.Take(before, after, RequestComparison.Between(before, after)[0].Path);

        Assert.Equal(Requests.Good(Two.Replace("10.3.0.0/16", "10.4.0.0/16")).Request, taken);
    }

    [Fact]
    public void Take_OfAnyTwoRequests_GivesTheSecondForAllValuesAndTheFirstForNone() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue).Two()),
        seeds =>
        {
            var (before, after) = (RandomRequests.Make(seeds.Item1), RandomRequests.Make(seeds.Item2));
            Assert.Equal(after, RequestComparison.Take(before, after, RequestComparison.Between(before, after).Select(change => change.Path)));
            Assert.Equal(before, RequestComparison.Take(before, after));
            Assert.Empty(RequestComparison.Between(before, before with { }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    private static IReadOnlyList<RequestChange> Between(string before, string after) =>
        RequestComparison.Between(Requests.Good(before).Request, Requests.Good(after).Request);
}
