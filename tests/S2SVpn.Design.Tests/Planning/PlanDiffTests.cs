using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

public sealed class PlanDiffTests
{
    private const string Vpn = "aws_vpn_connection";
    private const string Gateway = "azurerm_virtual_network_gateway";
    private const string Connection = "azurerm_virtual_network_gateway_connection";

    [Fact]
    public void Between_SamePlans_IsEmpty()
    {
        var diff = PlanDiff.Between(ConnectivityPlan.From(Requests.TwoRegions), ConnectivityPlan.From(Requests.TwoRegions with { Accept = [] }));
        Assert.True(diff.IsEmpty);
        Assert.Empty(diff.Outages);
        Assert.Equal("Nothing changes.\n", PlanDiffText.Write(diff));
    }

    [Fact]
    public void Between_LinkAdded_TouchesNoOtherTunnel()
    {
        var one = Requests.TwoRegions with { Links = [Requests.TwoRegions.Links[0] with { Name = "frankfurt-west" }] };
        var added = Diff(one, Requests.TwoRegions);
        Assert.Empty(added.Outages);
        Assert.All(added.Changes, change => Assert.Null(change.Outage));
        var update = Assert.Single(added.Changes, change => change.Kind != ChangeKind.Create);
        Assert.Equal((ChangeKind.Update, Gateway), (update.Kind, update.Type));
        Assert.Equal(["apipa_addresses 0", "apipa_addresses 1"], update.Values.Select(value => value.Attribute));

        var removed = Diff(Requests.TwoRegions, one);
        Assert.Empty(removed.Outages);
        Assert.DoesNotContain(removed.Changes, change => change.Kind == ChangeKind.Replace);
        Assert.Equal(2, removed.Changes.Count(change => change.Type == Vpn && change.Kind == ChangeKind.Destroy));
    }

    [Fact]
    public void Between_SlotChanged_ReplacesTheVpnConnections()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with { Slot = 1 }));
        var replaced = diff.Changes.Where(change => change.Kind == ChangeKind.Replace).ToList();
        Assert.Equal([Vpn, Vpn], replaced.Select(change => change.Type));
        Assert.Equal(
            [
                new ValueChange("tunnel1_inside_cidr", "169.254.21.0/30", "169.254.21.8/30", true),
                new ValueChange("tunnel2_inside_cidr", "169.254.22.0/30", "169.254.22.8/30", true),
            ],
            replaced[0].Values);
        Assert.Equal(["link 1.1", "link 1.2"], replaced[0].Outage!.Tunnels);

        // Azure learns the new address of each tunnel where it stands.
        var local = diff.Changes.First(change => change.Type == "azurerm_local_network_gateway");
        Assert.Equal(ChangeKind.Update, local.Kind);
        Assert.Contains(local.Values, value => value is { Attribute: "gateway_address", After: "link.link.1 (a new one)" });
        Assert.Equal(new LinkOutage("link", ["1.1", "1.2", "2.1", "2.2"], 4, 15), Assert.Single(diff.Outages));
    }

    [Fact]
    public void Between_OneTunnelChanged_TakesOnlyItDown()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with
        {
            Tunnels = new TunnelOptions { Each = [new("1.2", new TunnelOverride { ReplayWindow = 2048 })] },
        }));
        var change = Assert.Single(diff.Changes);
        Assert.Equal((ChangeKind.Update, "shop-prod-vpn-1"), (change.Kind, change.Name));
        Assert.Equal([new ValueChange("tunnel2_replay_window_size", "1024", "2048", false)], change.Values);
        Assert.Equal(["link 1.2"], change.Outage!.Tunnels);
        Assert.Equal(new LinkOutage("link", ["1.2"], 4, 10), Assert.Single(diff.Outages));
        Assert.False(diff.Outages[0].IsTotal);
    }

    [Fact]
    public void Between_CryptoChanged_UpdatesBothEndsOfEveryTunnel()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with
        {
            Crypto = new CryptoRequest { Profile = CryptoProfileName.Balanced },
        }));
        Assert.All(diff.Changes, change => Assert.Equal(ChangeKind.Update, change.Kind));
        Assert.Equal((2, 4), (diff.Changes.Count(change => change.Type == Vpn), diff.Changes.Count(change => change.Type == Connection)));
        Assert.Contains(diff.Changes[0].Values, value => value is { Attribute: "tunnel1_phase2_encryption_algorithms", Before: "AES256-GCM-16", After: "AES256" });
        Assert.True(Assert.Single(diff.Outages).IsTotal);
    }

    [Fact]
    public void Between_RoutingChanged_ReplacesInAwsAndUpdatesInAzure()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with { Routing = Routing.Static }));
        Assert.All(diff.Changes.Where(change => change.Type == Vpn), change =>
        {
            Assert.Equal(ChangeKind.Replace, change.Kind);
            Assert.Contains(new ValueChange("static_routes_only", "false", "true", true), change.Values);
        });
        Assert.All(diff.Changes.Where(change => change.Type is Connection or Gateway), change => Assert.Equal(ChangeKind.Update, change.Kind));
        Assert.Equal(2, diff.Changes.Count(change => change is { Type: "aws_vpn_connection_route", Kind: ChangeKind.Create }));
        Assert.Single(diff.Changes, change => change is { Type: "azurerm_route", Kind: ChangeKind.Create });
    }

    [Theory]
    [InlineData("dpd_timeout_seconds")]
    [InlineData("connection_mode")]
    [InlineData("connection_protocol")]
    public void Between_WhatAzureCannotChange_ReplacesItsConnections(string attribute)
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => attribute switch
        {
            "dpd_timeout_seconds" => link with { Tunnels = new TunnelOptions { Dpd = new Dpd { AzureTimeout = new Duration(60) } } },
            "connection_mode" => link with { Tunnels = new TunnelOptions { AzureMode = ConnectionMode.ResponderOnly } },
            _ => link with { Crypto = new CryptoRequest { Ike = new IkeRequest { Version = IkeVersion.Ikev1 } } },
        }));
        var replaced = diff.Changes.Where(change => change.Kind == ChangeKind.Replace).ToList();
        Assert.Equal([Connection, Connection, Connection, Connection], replaced.Select(change => change.Type));
        Assert.All(replaced, change => Assert.Contains(change.Values, value => value.Attribute == attribute && value.Replaces));
    }

    [Fact]
    public void Between_ActiveActiveSwitchedOff_ReplacesTheGatewayAndWhatHangsOnIt()
    {
        var diff = Diff(
            Requests.Starter.WithLink(link => link with { Routing = Routing.Static }),
            Requests.Starter.WithLink(link => link with { Routing = Routing.Static })
                .WithAzure(site => site with { Gateway = new AzureGateway { ActiveActive = false } }));
        var gateway = diff.Changes.Single(change => change.Type == Gateway);
        Assert.Equal(ChangeKind.Replace, gateway.Kind);
        Assert.Contains(new ValueChange("ip_configuration", "instance-0, instance-1", "instance-0", true), gateway.Values);
        Assert.Equal((4, 90), (gateway.Outage!.Tunnels.Count, gateway.Outage.Minutes));
        Assert.Equal(2, diff.Changes.Count(change => change is { Type: Connection, Kind: ChangeKind.Replace }));
        Assert.Equal(2, diff.Changes.Count(change => change is { Type: Connection, Kind: ChangeKind.Destroy }));
        Assert.True(Assert.Single(diff.Outages) is { IsTotal: true, Minutes: 90 });
    }

    [Fact]
    public void Between_GenerationOrSkuChanged_ReplacesOrResizes()
    {
        VpnRequest With(GatewaySku sku) => Requests.Starter.WithAzure(site => site with { Gateway = new AzureGateway { Sku = sku } });
        var replaced = Diff(With(GatewaySku.VpnGw1AZ), With(GatewaySku.VpnGw2AZ)).Changes.Single(change => change.Type == Gateway);
        Assert.Equal(ChangeKind.Replace, replaced.Kind);
        Assert.Contains(new ValueChange("generation", "Generation1", "Generation2", true), replaced.Values);
        var resized = Assert.Single(Diff(With(GatewaySku.VpnGw2AZ), With(GatewaySku.VpnGw3AZ)).Changes);
        Assert.Equal((ChangeKind.Update, "sku"), (resized.Kind, Assert.Single(resized.Values).Attribute));
    }

    [Fact]
    public void Between_AzureAsnChanged_ReplacesCustomerGatewaysAndMovesConnectionsOver()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithAzure(site => site with { Gateway = new AzureGateway { Asn = new Asn(65010) } }));
        Assert.Equal(2, diff.Changes.Count(change => change is { Type: "aws_customer_gateway", Kind: ChangeKind.Replace }));
        Assert.All(diff.Changes.Where(change => change.Type == Vpn), change =>
        {
            Assert.Equal(ChangeKind.Update, change.Kind);
            Assert.Equal("customer_gateway_id", Assert.Single(change.Values).Attribute);
        });
        Assert.Equal(ChangeKind.Update, diff.Changes.Single(change => change.Type == Gateway).Kind);
    }

    [Fact]
    public void Between_AwsAsnChanged_ReplacesTheGatewayOnly()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithAws(site => site with { Gateway = new AwsGateway { Asn = new Asn(64600) } }));
        var gateway = diff.Changes.Single(change => change.Type == "aws_vpn_gateway");
        Assert.Equal([new ValueChange("amazon_side_asn", "64512", "64600", true)], gateway.Values);
        Assert.Equal(ChangeKind.Replace, gateway.Kind);
        Assert.All(diff.Changes.Where(change => change.Type == Vpn), change => Assert.Equal(ChangeKind.Update, change.Kind));
        Assert.All(diff.Changes.Where(change => change.Type == "azurerm_local_network_gateway"), change => Assert.Equal(ChangeKind.Update, change.Kind));
    }

    [Fact]
    public void Between_GatewayKindChanged_MovesTheConnectionsToTheNewOne()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit } }));
        Assert.Contains(diff.Changes, change => change is { Type: "aws_vpn_gateway", Kind: ChangeKind.Destroy });
        Assert.Contains(diff.Changes, change => change is { Type: "aws_ec2_transit_gateway", Kind: ChangeKind.Create });
        Assert.All(diff.Changes.Where(change => change.Type == Vpn), change =>
        {
            Assert.Equal(ChangeKind.Update, change.Kind);
            Assert.Equal("gateway", Assert.Single(change.Values).Attribute);
        });
    }

    [Fact]
    public void Between_LargeTunnels_ReplacesTheConnections()
    {
        VpnRequest With(Bandwidth bandwidth) => Requests.Starter
            .WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit } })
            .WithLink(link => link with { Tunnels = new TunnelOptions { Bandwidth = bandwidth } });
        Assert.Equal(
            2, Diff(With(Bandwidth.Standard), With(Bandwidth.Large)).Changes.Count(change => change is { Type: Vpn, Kind: ChangeKind.Replace }));
    }

    [Fact]
    public void Between_RegionOrNameChanged_ReplacesWhatCannotMove()
    {
        var region = Diff(Requests.Starter, Requests.Starter.WithAws(site => site with { Region = "us-east-1" }));
        Assert.All(
            region.Changes.Where(change => change.Type is "aws_vpc" or "aws_subnet" or "aws_vpn_gateway" or "aws_customer_gateway" or Vpn),
            change => Assert.Equal(ChangeKind.Replace, change.Kind));
        Assert.DoesNotContain(region.Changes, change => change.Type is Gateway or Connection && change.Kind == ChangeKind.Replace);

        var name = Diff(Requests.Starter, Requests.Starter with { Environment = "test" });
        Assert.Equal(ChangeKind.Replace, name.Changes.Single(change => change.Type == Gateway).Kind);
        Assert.Equal(ChangeKind.Update, name.Changes.Single(change => change.Type == "aws_vpn_gateway").Kind);
        Assert.Equal(ChangeKind.Replace, name.Changes.First(change => change.Type == "aws_customer_gateway").Kind);
    }

    [Fact]
    public void Between_LinkRenamed_SaysHowToKeepIt()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with { Name = "main" }));
        Assert.Equal("the link link would go and main come between the same sites. If they are one, write name: link on it: then its tunnels stay.", Assert.Single(diff.Hints));
        Assert.Equal(2, diff.Changes.Count(change => change is { Type: Vpn, Kind: ChangeKind.Destroy }));
    }

    [Fact]
    public void Between_ThingsBesideTheTunnels_TouchNoTunnel()
    {
        var after = (Requests.Starter with
        {
            Owner = "me",
            Probes = new Probes { Aws = [new Probe { Name = "a" }], Azure = [new Probe { Name = "b" }] },
            Access = [new AccessFlow { From = [Requests.End("aws.app")], To = [Requests.End("azure.app")], Tcp = [new PortRange(443, 443)] }],
            Monitoring = new Monitoring { Notify = ["a@example.com"], Dashboard = true, Diagnostics = new Diagnostics { Enabled = true } },
            Terraform = new TerraformSettings { Protect = true, Backend = new Backend { Local = new LocalBackend { Path = "x" } } },
        }).WithAzure(site => site with
        {
            Network = site.Network with { Spokes = [new Spoke { Name = "data", Cidrs = Requests.Cidrs("10.8.0.0/16") }] },
        });
        var diff = Diff(Requests.Starter, after);
        Assert.Empty(diff.Outages);
        Assert.Equal(
            [
                "aws_cloudwatch_dashboard", "aws_cloudwatch_metric_alarm", "aws_instance", "aws_security_group", "aws_sns_topic", "aws_vpc_security_group_egress_rule",
                "azurerm_linux_virtual_machine", "azurerm_management_lock", "azurerm_monitor_action_group", "azurerm_monitor_diagnostic_setting",
                "azurerm_monitor_metric_alert", "azurerm_network_security_group", "azurerm_network_security_rule", "azurerm_virtual_network_peering", "terraform", "terraform_state",
            ],
            diff.Changes.Select(change => change.Type).Distinct().Where(type => type is not "aws_vpc_security_group_ingress_rule").Order(StringComparer.Ordinal).Except(["aws_route"]));
        var state = diff.Changes.Single(change => change.Type == "terraform_state");
        Assert.Contains("-migrate-state", state.Outage!.Note, StringComparison.Ordinal);
        Assert.Empty(state.Outage.Tunnels);
        Assert.True(Diff(after, Requests.Starter).Outages.Count == 0);
    }

    [Fact]
    public void Between_ApplianceChanged_TakesItsTunnelsDown()
    {
        VpnRequest With(string? size, CryptoProfileName crypto) => Requests.Starter
            .WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Size = size } } })
            .WithLink(link => link with { Crypto = new CryptoRequest { Profile = crypto } });
        var resized = Assert.Single(Diff(With(null, CryptoProfileName.Strong), With("c7i.large", CryptoProfileName.Strong)).Changes);
        Assert.Equal(("aws_instance", "size"), (resized.Type, resized.Values[0].Attribute));
        Assert.Equal(["link 1.1", "link 2.1"], resized.Outage!.Tunnels);

        var crypto = Diff(With(null, CryptoProfileName.Strong), With(null, CryptoProfileName.Fast));
        Assert.Equal(["tunnel link 1.1", "tunnel link 2.1"], crypto.Changes.Single(change => change.Type == "aws_instance").Values.Select(value => value.Attribute));
        Assert.Single(crypto.Changes, change => change.Type == Connection);
    }

    [Fact]
    public void Between_NatChanged_UpdatesItsRule()
    {
        VpnRequest With(string external) => Requests.Starter.WithLink(link => link with
        {
            Routing = Routing.Static,
            Nat = [new NatRule { Name = "vnet", Direction = NatDirection.Egress, Internal = Requests.Cidrs("10.1.0.0/16"), External = Requests.Cidrs(external) }],
        });
        var diff = Diff(With("100.64.0.0/16"), With("100.65.0.0/16"));
        Assert.Equal(ChangeKind.Update, diff.Changes.Single(change => change.Type == "azurerm_virtual_network_gateway_nat_rule").Kind);
        Assert.Equal(
            [(ChangeKind.Create, 2), (ChangeKind.Destroy, 2)],
            diff.Changes.Where(change => change.Type == "aws_vpn_connection_route").GroupBy(change => change.Kind).Select(kind => (kind.Key, kind.Count())));
    }

    [Fact]
    public void Between_KeysFromElsewhere_SaysWhereFromAndNeverWhat()
    {
        VpnRequest With(KeyRequest keys) => Requests.Starter.WithLink(link => link with { Keys = keys });
        const string vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v";
        var sources = new[]
        {
            (new KeyRequest { Length = 40 }, "generated, 40 characters"),
            (new KeyRequest { Source = KeySource.Variables }, "variable psk_link_1_1"),
            (new KeyRequest { Source = KeySource.Aws }, "made by AWS"),
            (new KeyRequest { SecretsManager = new SecretsManagerKeys() }, "secret shop-prod/link/1-1"),
            (new KeyRequest { KeyVault = new KeyVaultKeys { Vault = vault } }, $"secret shop-prod-link-1-1 of {vault}"),
        };
        Assert.All(sources, each =>
        {
            var change = Diff(With(new KeyRequest()), With(each.Item1)).Changes.First(change => change.Type == Vpn);
            Assert.Equal(
                new ValueChange("tunnel1_preshared_key", "generated, 32 characters", each.Item2, false),
                change.Values.Single(value => value.Attribute == "tunnel1_preshared_key"));
        });
        Assert.Equal(4, Diff(With(new KeyRequest()), With(sources[0].Item1)).Changes.Count(change => change is { Type: "random_password", Kind: ChangeKind.Replace }));
    }

    [Fact]
    public void Between_LogsSwitchedOn_TouchesEveryTunnel()
    {
        var diff = Diff(Requests.Starter, Requests.Starter with { Monitoring = new Monitoring { Logs = new TunnelLogs { Bgp = true } } });
        Assert.Equal("/aws/vendedlogs/vpn/shop-prod/bgp", diff.Changes.Single(change => change.Type == "aws_cloudwatch_log_group").Name);
        Assert.Contains(
            new ValueChange("tunnel2_log_options", "", "/aws/vendedlogs/vpn/shop-prod/bgp json", false),
            diff.Changes.First(change => change.Type == Vpn).Values);
        Assert.True(Assert.Single(diff.Outages).IsTotal);
    }

    [Fact]
    public void Between_BackendChanged_NamesBothPlaces()
    {
        Backend[] backends =
        [
            new() { S3 = new S3Backend { Bucket = "b", Key = "k", Region = "r" } },
            new() { Azurerm = new AzurermBackend { StorageAccount = "s", Container = "c", Key = "k" } },
            new() { Cloud = new CloudBackend { Organization = "o", Workspace = "w" } },
            new() { Http = new HttpBackend { Address = "https://example.com/state" } },
            new() { Pg = new PgBackend() },
        ];
        Assert.Equal(
            ["s3 b/k", "azurerm s/c/k", "cloud o/w", "http https://example.com/state", "pg terraform_remote_state"],
            backends.Select(backend => Diff(Requests.Starter, Requests.Starter with { Terraform = new TerraformSettings { Backend = backend } })
                .Changes.Single(change => change.Type == "terraform_state").Values.Single().After));
    }

    [Fact]
    public void Between_AnotherExistingGroup_ReplacesWhatIsInItAndNotTheGroup()
    {
        VpnRequest In(string group) => Requests.Starter.WithAzure(site => site with { ResourceGroup = new ResourceGroup { Name = group, Existing = true } });
        var diff = Diff(In("rg-one"), In("rg-two"));
        Assert.DoesNotContain(diff.Changes, change => change.Type == "azurerm_resource_group");
        Assert.Equal(ChangeKind.Replace, diff.Changes.Single(change => change.Type == Gateway).Kind);
    }

    [Fact]
    public void Between_TheGatewaysKindChanged_MovesTheConnectionsToTheNewOne()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Transit } }));
        var moved = diff.Changes.Where(change => change.Type == Vpn).ToList();
        Assert.Equal(2, moved.Count);
        Assert.All(moved, change => Assert.Equal(
            [new ValueChange("gateway", "aws_vpn_gateway aws.aws", "aws.aws", false)], change.Values.Where(value => value.Attribute == "gateway")));
    }

    [Fact]
    public void Between_GatewayResized_GoesDownWithoutAKnownTime()
    {
        VpnRequest With(GatewaySku sku) => Requests.Starter.WithAzure(site => site with { Gateway = new AzureGateway { Sku = sku } });
        Assert.Contains(
            "Link link: no VPN for a short time, as all 4 tunnels go down and may do so at once.\n",
            PlanDiffText.Write(Diff(With(GatewaySku.VpnGw2AZ), With(GatewaySku.VpnGw3AZ))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Changes_ReadsAsSentences()
    {
        var diff = Diff(Requests.Starter, Requests.Starter.WithLink(link => link with
        {
            Tunnels = new TunnelOptions { Each = [new("1.2", new TunnelOverride { ReplayWindow = 2048 })] },
        }) with
        {
            Terraform = new TerraformSettings { Protect = true },
        });
        Assert.Equal(
            """
              ~ terraform settings
                  prevent_destroy: false -> true
              + azurerm_management_lock shop-prod-vgw-lock
              ~ aws_vpn_connection shop-prod-vpn-1
                  tunnel2_replay_window_size: 1024 -> 2048
                  Tunnel link 1.2 goes down for up to about 10 minutes.

            1 to create, 2 to update.
            Link link: 1 of 4 tunnels go down for up to about 10 minutes; traffic keeps to the others.

            """.ReplaceLineEndings("\n"),
            PlanDiffText.Write(diff));

        var total = PlanDiffText.Write(Diff(Requests.Starter, Requests.Starter.WithLink(link => link with { Slot = 2 })));
        Assert.Contains("-/+ aws_vpn_connection shop-prod-vpn-1\n      tunnel1_inside_cidr: 169.254.21.0/30 -> 169.254.21.16/30  (replaces it)\n", total, StringComparison.Ordinal);
        Assert.Contains("Link link: no VPN for up to about 15 minutes, as all 4 tunnels go down and may do so at once.\n", total, StringComparison.Ordinal);

        var renamed = PlanDiffText.Write(Diff(Requests.Starter, Requests.Starter.WithLink(link => link with { Name = "main" })));
        Assert.Contains("  - aws_vpn_connection shop-prod-vpn-2\n", renamed, StringComparison.Ordinal);
        Assert.Contains("\nHint: the link link would go", renamed, StringComparison.Ordinal);
    }

    private static PlanDiff Diff(VpnRequest before, VpnRequest after) => PlanDiff.Between(ConnectivityPlan.From(before), ConnectivityPlan.From(after));
}
