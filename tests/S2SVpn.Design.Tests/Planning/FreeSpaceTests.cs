using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>What is carved, against a model that tries every place.</summary>
public sealed class FreeSpaceTests
{
    private static readonly Cidr Vnet = Cidr.Parse("10.1.0.0/22");

    [Fact]
    public void Of_AnySubnetsGiven_CarvesTheLowestPlacesThatAreFree() => Prop.ForAll(Taken.ToArbitrary(), taken =>
    {
        var site = new AwsSite
        {
            Region = "eu-central-1",
            Network = new AwsNetwork
            {
                Cidrs = [Vnet],
                Subnets =
                [
                    .. taken.Select((cidr, index) => KeyValuePair.Create($"given{index}", new AwsSubnet { Cidr = cidr })),
                    new("one", new AwsSubnet()), new("two", new AwsSubnet()),
                ],
            },
        };
        var free = Enumerable.Range(24, 5).Select(prefix => Free(prefix, taken)).FirstOrDefault(free => free.Count >= 2) ?? Free(28, taken);
        Assert.Equal(
            [free.Cast<Cidr?>().ElementAtOrDefault(0), free.Cast<Cidr?>().ElementAtOrDefault(1)],
            NetworkLayout.Of(site).Subnets.Skip(taken.Length).Select(subnet => subnet.Cidr));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Of_AnySubnetsGiven_PutsTheGatewayInTheHighestPlaceThatIsFree() => Prop.ForAll(Taken.ToArbitrary(), taken =>
    {
        var site = new AzureSite
        {
            Location = "westeurope",
            Network = new AzureNetwork
            {
                Cidrs = [Vnet],
                Subnets = taken.Select((cidr, index) => KeyValuePair.Create($"given{index}", new AzureSubnet { Cidr = cidr })).ToValueMap(),
            },
        };
        Assert.Equal(Free(27, taken).Cast<Cidr?>().LastOrDefault(), NetworkLayout.Of(site).GatewaySubnet!.Cidr);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<Cidr[]> Taken =>
        from count in Gen.Choose(1, 12)
        from taken in Gen.ArrayOf(
            from prefix in Gen.Choose(23, 29)
            from address in Gen.Choose(0, 1023)
            select Cidr.Around(Vnet.Host(address), prefix),
            count)
        select taken;

    private static List<Cidr> Free(int prefix, Cidr[] taken) =>
        Vnet.Split(prefix).Where(candidate => !taken.Any(candidate.Overlaps)).ToList();
}
