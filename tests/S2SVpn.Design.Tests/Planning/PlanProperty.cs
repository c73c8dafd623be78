using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Properties of the plan of any request that no rule refuses.</summary>
internal static class PlanProperty
{
    public const int Runs = 100;

    public static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(Runs);

    public static void AreDistinct(IEnumerable<LinkPlan> links)
    {
        var inside = links.SelectMany(link => link.Tunnels).Select(tunnel => tunnel.Inside).ToList();
        Assert.Equal(inside.Count, inside.Distinct().Count());
    }

    public static void Holds(Action<VpnRequest, ConnectivityPlan> property) => Prop
        .ForAll(LegalRequests.All.ToArbitrary(), request => property(request, ConnectivityPlan.CreateUnchecked(request)))
        .Check(Config);
}
