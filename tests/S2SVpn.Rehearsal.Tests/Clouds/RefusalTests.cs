using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>Each refusal once as it happens, and once as it does not.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly EngineBench _bench = new();

    public static TheoryData<string> Names { get; } = [.. RefusalBook.All.Select(refusal => refusal.GetType().Name)];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Refusal_WhereItApplies_SaysItsCodeAndOtherwiseNothing(string name)
    {
        Assert.True(RefusalCases.All.TryGetValue(name, out var example), $"{name} has no example in {nameof(RefusalCases)}.");
        example.Prepare(_bench);
        var facts = RefusalBook.All.Single(refusal => refusal.GetType().Name == name).Facts;

        if (facts.When == RefusalTime.Validate)
        {
            Assert.Contains(example.Says, _bench.Validate(example.Type, example.Bad));
            Assert.Null(_bench.Validate(example.Type, example.Good));
            return;
        }

        var refused = Assert.Throws<CloudRefusedException>(() => example.Do(_bench, example.Bad));
        Assert.Equal(facts.Code, refused.Code);
        Assert.Contains(example.Says, refused.Message);
        example.Do(_bench, example.Good);
    }

    [Fact]
    public void Refusals_AllNameAPublicSource() =>
        Assert.All(RefusalBook.All, refusal => Assert.Matches(@"^(docs\.aws\.amazon|learn\.microsoft|github|registry\.terraform)\.(com|io)/\S+$", refusal.Facts.Source));

    [Fact]
    public void PresharedKey_ThatIsRefused_IsNotShown() =>
        Assert.DoesNotContain("sec-ret", _bench.Validate("aws_vpn_connection", """{"type":"ipsec.1","tunnel1_preshared_key":"sec-ret-key"}"""));

    [Fact]
    public void ZonelessAddress_InALocationWithoutZones_IsTaken()
    {
        _bench.Create("azurerm_public_ip", AzureExamples.Address("plain-0", "Standard").Replace("westeurope", "ukwest"));
        _bench.Create("azurerm_public_ip", AzureExamples.Address("plain-1", "Standard").Replace("westeurope", "ukwest"));
        _bench.Create("azurerm_virtual_network_gateway", AzureExamples.Gateway("gw", "plain-0", "plain-1").Replace("westeurope", "ukwest"));
    }

    [Fact]
    public void CustomBgpAddresses_SameTwice_AreRefused()
    {
        AzureExamples.Gateway(_bench);

        Assert.Throws<CloudRefusedException>(() => _bench.Create("azurerm_virtual_network_gateway_connection", AzureExamples.Connection("169.254.21.2", "169.254.21.2")));
    }

    [Fact]
    public void ScopeLocked_OfAGatewaysTranslation_IsRefused()
    {
        AzureExamples.Gateway(_bench);
        var rule = _bench.Create("azurerm_virtual_network_gateway_nat_rule", AzureRefusalCases.NatRule("out"));
        _bench.Create("azurerm_management_lock", AzureRefusalCases.Lock(AzureRefusalCases.Id("virtualNetworkGateways/gw")));

        Assert.Equal("ScopeLocked", Assert.Throws<CloudRefusedException>(() => _bench.Delete("azurerm_virtual_network_gateway_nat_rule", rule)).Code);
    }

    [Fact]
    public void ScopeLocked_OfAResourceGroup_RefusesWhatIsInIt()
    {
        AzureExamples.Networks(_bench);
        _bench.Create("azurerm_management_lock", AzureRefusalCases.Lock(AzureExamples.Group));

        Assert.Equal("ScopeLocked", Assert.Throws<CloudRefusedException>(() => _bench.Delete("azurerm_subnet", _bench.Store.OfType("azurerm_subnet").Single().Values)).Code);
    }

    [Theory]
    [InlineData(Operation.Create, "FirstToEnd", true)]
    [InlineData(Operation.Update, "LastToEnd", true)]
    [InlineData(Operation.Delete, "LastToEnd", false)]
    public void NetworkOfBusyGateway_WhicheverEndsFirst_IsRefusedWhileTheGatewayIsWritten(Operation operation, string gateway, bool refused)
    {
        var (ongoing, other) = (new OngoingOperations(), new OngoingOperation(operation, "azurerm_virtual_network_gateway", EngineBench.Values(AzureExamples.Gateway("gw", "zonal-0", "zonal-1"))));
        using var own = ongoing.Begin(new OngoingOperation(Operation.Delete, "azurerm_subnet_network_security_group_association", Attributes.Empty));
        var entry = ongoing.Begin(other);
        if (gateway == "FirstToEnd")
        {
            entry.Dispose();
        }

        var situation = new RefusalContext(_bench.Session("azurerm_subnet"), _bench.Store, "azurerm_subnet_network_security_group_association", "", EngineBench.Values($$"""{"subnet_id":"{{AzureExamples.Network}}/subnets/app"}"""))
        {
            Meanwhile = own.Meanwhile,
        };

        Assert.Equal(refused, RefusalBook.Find(RefusalTime.Always, situation) is not null);
    }

    [Fact]
    public void GenerationOfSku_OfAGatewayThatGrowsBeyondIts_IsRefused()
    {
        AzureExamples.Addresses(_bench);
        var made = _bench.Create("azurerm_virtual_network_gateway", AzureExamples.Gateway("gw", "zonal-0", "zonal-1"));
        var grown = AzureExamples.Gateway("gw", "zonal-0", "zonal-1").Replace("VpnGw2AZ", "VpnGw4AZ", StringComparison.Ordinal).Replace("\"generation\":\"Generation1\",", "", StringComparison.Ordinal);

        var refused = Assert.Throws<CloudRefusedException>(() => _bench.Update("azurerm_virtual_network_gateway", made, grown));

        Assert.Contains("VpnGw4AZ does not exist in Generation1", refused.Message);
    }

    [Fact]
    public void MachineAddress_OutsideOfItsSubnet_IsRefused()
    {
        _bench.Store.Put(new CloudObject("aws_subnet", "subnet-1", EngineBench.Values("""{"vpc_id":"vpc-1","cidr_block":"10.2.0.0/24"}""")));

        var refused = Assert.Throws<CloudRefusedException>(() => _bench.Create("aws_instance", """{"subnet_id":"subnet-1","private_ip":"10.2.1.10"}"""));

        Assert.Equal("InvalidParameterValue", refused.Code);
        Assert.Contains("10.2.1.10 does not fall within the subnet's address range", refused.Message);
    }

    [Fact]
    public void Validate_OfWhatIsNotKnownYet_RefusesNothing()
    {
        var unknown = new Attributes(new Dictionary<string, Value> { ["tunnel1_preshared_key"] = Value.Unknown, ["tunnel1_inside_cidr"] = Value.Unknown });

        Assert.Null(RefusalBook.Find(RefusalTime.Validate, new RefusalContext(_bench.Session("aws_vpn_connection"), _bench.Store, "aws_vpn_connection", "", unknown)));
    }
}
