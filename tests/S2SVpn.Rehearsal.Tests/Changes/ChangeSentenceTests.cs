using S2SVpn.Rehearsal.Changes.Forecasts;
using S2SVpn.Rehearsal.Changes.Plans;
using S2SVpn.Rehearsal.Changes.Report;

namespace S2SVpn.Rehearsal.Tests.Changes;

/// <summary>How a change is summed up.</summary>
public sealed class ChangeSentenceTests
{
    [Fact]
    public void Of_AllOfFourTunnels_NamesTheirNumber() => Assert.Equal(
        "The link is down for about 5 minutes, all 4 tunnels at once; nothing else is.", Sentence((0, 5), (0, 5), (0, 5), (0, 5)));

    [Fact]
    public void Of_AllOfTwoTunnels_SaysBoth() => Assert.Equal(
        "The link is down for about 5 minutes, both tunnels at once; nothing else is.", Sentence((0, 5), (0, 5)));

    [Fact]
    public void Of_TheOnlyTunnel_SaysSo() => Assert.Equal(
        "Tunnel link 1.1, the only one of its link, is down for about 5 minutes; nothing else is.", Sentence((0, 5)));

    [Fact]
    public void Of_TunnelsThatAreDownLongerThanTheLink_TellsHowLong()
    {
        Assert.Equal("The link is down for about 5 minutes, both tunnels at once (each tunnel for 6 to 10 minutes); nothing else is.", Sentence((5, 11), (0, 10)));
        Assert.Equal("The link is down for about 5 minutes, both tunnels at once (each tunnel for 10 minutes); nothing else is.", Sentence((0, 10), (5, 15)));
    }

    [Fact]
    public void Of_TunnelsOneAfterTheOther_SaysThatTheyAreNotDownAtOnce() => Assert.Equal(
        "Tunnels link 1.1, link 1.2 are down for about 4 minutes, not all at once; nothing else is.", Sentence((0, 4), (4, 8)));

    // The tunnels of one link, each with the time at which it is down.
    private static string Sentence(params (double From, double To)[] down)
    {
        TunnelForecast[] tunnels = [.. down.Select((time, index) => new TunnelForecast("link", $"link {1 + (index / 2)}.{1 + (index % 2)}", [new Interval(time.From, time.To)]))];
        return ChangeSentence.Of(new ChangeForecast
        {
            Changes = [new PlannedChange { Stack = 0, Address = "aws_vpn_connection.link-1", Type = "aws_vpn_connection", Action = PlannedAction.Update, Name = "link-1", Values = [] }],
            Operations = [],
            Tunnels = tunnels,
            Links = [LinkForecast.Of(tunnels.GroupBy(tunnel => tunnel.Link).Single())],
            Added = [],
            Removed = [],
            Minutes = 20,
        });
    }
}
