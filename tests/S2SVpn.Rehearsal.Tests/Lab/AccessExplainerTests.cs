using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Rehearsal.Lab.Explain;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>A blocked flow is explained by the rule that was meant for it, and by the one that decides.</summary>
public sealed class AccessExplainerTests
{
    [Fact]
    public void Explain_ARuleForAnotherNetwork_NamesTheRuleOfThatServiceAndNotOneOfTheAddress()
    {
        var explanation = Explain(Line("web", true, "tcp", "443", "10.9.0.0/16"), Line("ssh", true, "tcp", "22", "10.1.0.0/16"));

        Assert.Contains("'web' allows that service, but for 10.9.0.0/16", explanation.Cause);
        Assert.Equal("rule.web", explanation.Resources[0]);
    }

    [Fact]
    public void Explain_SeveralRulesOfTheService_NamesTheOneOfTheNearestNetwork() =>
        Assert.Contains("'near' allows that service", Explain(Line("far", true, "tcp", "443", "172.16.0.0/12"), Line("near", true, "tcp", "443", "10.1.128.0/17")).Cause);

    [Fact]
    public void Explain_ARuleOfAnotherService_NamesTheRuleOfThatAddress()
    {
        var explanation = Explain(Line("web", true, "udp", "443", "10.1.0.0/16"));

        Assert.Contains("'web' lists the address, but not that service", explanation.Cause);
        Assert.Equal(["rule.web"], explanation.Resources);
    }

    [Theory]
    [InlineData("udp", "443")]
    [InlineData("tcp", "444")]
    public void Explain_ARuleOfAnotherServiceBesideTheOneOfPings_NamesTheOneThatIsNearer(string protocol, string port) =>
        Assert.Equal(["rule.web"], Explain(Line("ping", true, "icmp", null, "10.1.0.0/16"), Line("web", true, protocol, port, "10.1.0.0/16")).Resources);

    [Fact]
    public void Explain_ARuleThatDenies_HasItAmongTheResources()
    {
        var explanation = Explain(Line("web", false, "tcp", "443", "10.1.0.0/16"), Line("rest", true, null, null, "10.1.0.0/16"));

        Assert.Contains("'web' denies it before 'rest' would allow it", explanation.Cause);
        Assert.Contains("rule.web", explanation.Resources);
    }

    [Fact]
    public void Explain_ARuleThatDeniesBeforeOneThatAllows_NamesBothAndWhatPutsItThere()
    {
        var explanation = Explain(Line("none", false, "tcp", "443", "10.1.0.0/16") with { Priority = 100 }, Line("vnet", true, null, null, "10.0.0.0/8") with { Priority = 65000, Address = null });

        Assert.Contains("in aws_security_group.app, 'none' (priority 100) denies it before 'vnet' (priority 65000) would allow it", explanation.Cause);
        Assert.Equal(["rule.none", "aws_security_group.app", "association.app"], explanation.Resources);
    }

    [Fact]
    public void Explain_ARuleOfOtherSourcePorts_NamesItAndThem()
    {
        var narrow = Line("web", true, "tcp", "443", "10.1.0.0/16") with { SourcePorts = ["443", "500-600"] };
        var explanation = Explain(new MachineFilter("aws_security_group.app", [Line("rest", false, null, null, "10.0.0.0/8")], []) { InboundBySourcePort = [narrow] });

        Assert.Contains("'web' of aws_security_group.app allows it only from source port 443, 500-600", explanation.Cause);
        Assert.Equal(["rule.web"], explanation.Resources);
    }

    [Fact]
    public void ExplainOne_AMachineWithoutAFilter_NamesItsSubnetAndTheUnusedGroup()
    {
        var (from, to) = (Machine(Cloud.Aws, "10.2.0.0/24", null), Machine(Cloud.Azure, "10.1.0.0/24", null) with { UnfilteredResources = ["subnet.app", "group.unused"] });
        var explanation = AccessExplainer.Explain(new Attempt(new MachinePair(from, to, to.Address) { Source = from.Address }, Protocol.Icmp, null, null), leaves: false, enters: true, _ => null);

        Assert.Contains("no filter protects it", explanation.Cause);
        Assert.Equal(["subnet.app", "group.unused"], explanation.Resources);
    }

    private static FilterLine Line(string name, bool allows, string? protocol, string? port, string peer) =>
        new(name, allows, protocol, [Cidr.Parse(peer)], [], port is null ? [] : [port]) { Address = $"rule.{name}" };

    private static LabExplanation Explain(params FilterLine[] inbound) => Explain(new MachineFilter("aws_security_group.app", inbound, []) { Associations = ["association.app"] });

    private static LabExplanation Explain(MachineFilter filter)
    {
        var (from, to) = (Machine(Cloud.Azure, "10.1.0.0/24", null), Machine(Cloud.Aws, "10.2.0.0/24", filter));
        var pair = new MachinePair(from, to, to.Address) { Source = from.Address };
        return AccessExplainer.Explain(new Attempt(pair, Protocol.Tcp, 443, 1), leaves: true, enters: false, _ => null);
    }

    private static MachineNode Machine(Cloud cloud, string network, MachineFilter? filter) => new()
    {
        Cloud = cloud,
        Subnet = "app",
        SubnetNetwork = Cidr.Parse(network),
        Address = Cidr.Parse(network).Host(10),
        Gateway = "gateway",
        Routes = null,
        Filter = filter,
    };
}
