using S2SVpn.Design.Network;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Tests.Rules;

public sealed class OverlapFinderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_RandomNetworks_FindsWhatComparingAllPairsFinds(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable.Range(0, random.Next(1, 30)).Select(index => new Item(index, RandomCidr(random), random.Next(3))).ToList();
            var expected = Pairs(items).Select(pair => pair.Inner).Distinct().OrderBy(item => item.Index);

            var found = OverlapFinder.Find(items, item => item.Cidr, Clash).ToList();

            Assert.Equal(expected, found.SelectMany(each => each.Inner).OrderBy(item => item.Index));
            Assert.All(found, each => Assert.All(each.Inner, inner => Assert.Contains((each.Outer, inner), Pairs(items))));
            Assert.All(found, each => Assert.DoesNotContain(each.Inner, inner => Pairs(items).Any(pair =>
                pair.Inner == inner && pair.Outer.Cidr.PrefixLength < each.Outer.Cidr.PrefixLength)));
        }
    }

    [Fact]
    public void Of_EqualNetworks_TakesTheFirstForTheOuter()
    {
        Item[] items = [new(0, Cidr.Parse("10.0.0.0/8"), 0), new(1, Cidr.Parse("10.0.0.0/8"), 1), new(2, Cidr.Parse("10.0.0.0/8"), 2)];
        var (outer, inner) = Assert.Single(OverlapFinder.Find(items, item => item.Cidr, Clash));
        Assert.Equal(items[0], outer);
        Assert.Equal([items[1], items[2]], inner);
    }

    private static bool Clash(Item one, Item other) => one.Owner != other.Owner;

    // Of two equal networks the earlier one is the outer.
    private static IEnumerable<(Item Outer, Item Inner)> Pairs(List<Item> items) =>
        from outer in items
        from inner in items
        where outer != inner && Clash(outer, inner) && outer.Cidr.Contains(inner.Cidr)
            && (outer.Cidr != inner.Cidr || outer.Index < inner.Index)
        select (outer, inner);

    // From few addresses, so that many overlap.
    private static Cidr RandomCidr(Random random) =>
        Cidr.Around(new Ipv4(0x0A000000u | (uint)random.Next(256)), random.Next(22, 33));

    private sealed record Item(int Index, Cidr Cidr, int Owner);
}
