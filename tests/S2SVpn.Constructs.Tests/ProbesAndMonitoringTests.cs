using S2SVpn.Tests.Support;

namespace S2SVpn.Constructs.Tests;

/// <summary>All that can be asked for of test machines and monitoring; the rehearsal applies what comes out of it.</summary>
public sealed class ProbesAndMonitoringTests
{
    private const string Everything = """
        name: shop
        aws: { region: eu-central-1, network: { cidrs: [10.2.0.0/16], subnets: { app: 10.2.1.0/24 }, internetGateway: true } }
        azure: { location: westeurope, network: { cidrs: [10.1.0.0/16], subnets: { app: 10.1.1.0/24 } } }
        access:
          - { from: aws, to: azure, icmp: true, tcp: 5201 }
          - { from: azure, to: aws, icmp: true, tcp: 443 }
        probes:
          sshFrom: [203.0.113.7/32]
          aws: [{ name: one }, { name: three, publicAddress: false }]
          azure: [{ name: two }]
        monitoring:
          notify: [noc@example.com]
          logs: { activity: true, bgp: true }
          diagnostics: true
          dashboard: true
        """;

    [Fact]
    public void Synth_Everything_IsThisConfiguration() => ConfigurationSnapshot.Verify(Synthesis.Synthesize(Everything));
}
