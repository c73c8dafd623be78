using FsCheck;
using FsCheck.Fluent;
using S2SVpn.Design.Ipsec;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Tests.Planning;

/// <summary>Legal requests with a few edits that people make, many of which a rule refuses.</summary>
internal static class EditedRequests
{
    private static readonly Func<VpnRequest, VpnRequest>[] Edits =
    [
        request => Links(request, link => link with { Slot = null }),
        request => Links(request, link => link with { Slot = 3 }),
        request => Links(request, link => link with { Slot = 40 }),
        request => Links(request, link => link with { Inside = Requests.Cidrs("169.254.21.0/30", "169.254.22.0/30") }),
        request => Links(request, link => link with { Inside = Requests.Cidrs("169.254.100.0/30") }),
        request => Links(request, link => link with { Name = null }),
        request => Links(request, link => link with { Name = "link" }),
        request => Links(request, link => link with { Between = [] }),
        request => Links(request, link => link with { Prefixes = new LinkPrefixes { Aws = Requests.Cidrs("10.0.1.0/24") } }),
        request => Links(request, link => link with { Keys = new KeyRequest { Source = KeySource.KeyVault } }),
        request => Links(request, link => link with { Keys = new KeyRequest { Source = KeySource.Certificate } }),
        request => Links(request, link => link with { Keys = new KeyRequest { Source = KeySource.Aws, Storage = KeyStorage.SecretsManager } }),
        request => Links(request, link => link with { Crypto = new CryptoRequest { Esp = new EspRequest { Integrity = Integrity.Sha512 } } }),
        request => Links(request, link => link with { Crypto = new CryptoRequest { Esp = new EspRequest { PfsGroup = DhGroup.None } } }),
        request => Links(request, link => link with { Crypto = new CryptoRequest { Ike = new IkeRequest { Encryption = Encryption.Aes192 } } }),
        request => Links(request, link => link with { Tunnels = new TunnelOptions { Startup = Startup.Add, AzureMode = ConnectionMode.ResponderOnly } }),
        request => Links(request, link => link with { Tunnels = new TunnelOptions { Each = [new("2.2", new TunnelOverride { AzureMode = ConnectionMode.ResponderOnly })] } }),
        request => Links(request, link => link with { Tunnels = new TunnelOptions { Bandwidth = Bandwidth.Large, Acceleration = true } }),
        request => Links(request, link => link with { Selectors = [new TrafficSelector { Aws = Requests.Cidrs("10.0.0.0/16") }] }),
        request => Links(request, link => link with { Nat = [Nat("10.0.0.0/16", "100.64.0.0/16", NatDirection.Ingress)] }),
        request => Links(request, link => link with { Routing = Routing.Static, Nat = [Nat("172.16.0.0/24", "100.64.0.0/24", NatDirection.Egress)] }),
        request => Links(request, link => link with { Routing = Routing.Static, Nat = [Nat("172.16.0.0/24", "100.64.0.0/25", NatDirection.Egress)] }),
        request => request with { Links = [] },
        request => request with { Links = [.. request.Links, .. request.Links.Take(1)] },
        request => request with { Access = [new AccessFlow { From = [Requests.End("0.0.0.0/0")], To = [Requests.End("z0")], All = true }] },
        request => request with { Access = [new AccessFlow { From = [Requests.End("a0.app")], To = [Requests.End("a0")] }] },
        request => request with { Access = [new AccessFlow { From = [Requests.End("a0.db")], To = [Requests.End("z0.spoke")], Icmp = true }] },
        request => request with { Probes = new Probes { Aws = [new Probe { Name = "p" }, new Probe { Name = "p", Site = "a0" }] } },
        request => request with { Probes = new Probes { Azure = [new Probe { Name = "p", Site = "z0", Subnet = "db" }], SshFrom = [Cidr.Any] } },
        request => request with { Probes = new Probes { Aws = [new Probe { Name = "p", Site = "a0", Address = Ipv4.Parse("10.0.0.4") }] } },
        request => request with { Tags = [new("Name", "x"), new("name", "y")] },
        request => request with { Monitoring = new Monitoring { Alarms = new Alarms { Enabled = true }, Dashboard = true } },
        request => request with { Terraform = new TerraformSettings { Stacks = StackLayout.PerCloud, Protect = true } },
        request => request.WithAws(site => site with { Gateway = site.Gateway with { Kind = AwsGatewayKind.Concentrator } }),
        request => request.WithAws(site => site with { Gateway = site.Gateway with { Kind = AwsGatewayKind.Appliance } }),
        request => request.WithAws(site => site with { Gateway = site.Gateway with { Existing = "tgw-1" } }),
        request => request.WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Count = 0 } } }),
        request => request.WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Count = 3 } } }),
        request => request.WithAws(site => site with { Gateway = new AwsGateway { Kind = AwsGatewayKind.Appliance, Appliance = new Appliance { Software = ApplianceSoftware.Wireguard } } }),
        request => request.WithAws(site => site with { Network = site.Network with { Existing = "vpc-1" } }),
        request => request.WithAws(site => site with { Network = site.Network with { Subnets = [new("app", new() { Cidr = Cidr.Parse("10.0.0.0/24") })] } }),
        request => request.WithAws(site => site with { Network = site.Network with { Cidrs = [] } }),
        request => request.WithAws(site => site with { Network = site.Network with { Cidrs = Requests.Cidrs("10.0.0.0/29") } }),
        request => request.WithAzure(site => site with { Network = site.Network with { Existing = "/vnet" } }),
        request => request.WithAzure(site => site with { Network = site.Network with { Existing = "/vnet", Subnets = [new("app", new() { Existing = "/app" })], GatewaySubnet = new() { Existing = "/g" } } }),
        request => request.WithAzure(site => site with { Network = site.Network with { Cidrs = Requests.Cidrs("172.16.0.0/27") } }),
        request => request.WithAzure(site => site with { Gateway = site.Gateway with { Existing = "/gateway" } }),
        request => request.WithAzure(site => site with { Gateway = site.Gateway with { Sku = GatewaySku.Basic } }),
        request => request.WithAzure(site => site with { Gateway = site.Gateway with { Zones = [] } }),
        request => request.WithAzure(site => site with { Gateway = new AzureGateway { ActiveActive = false } }),
        request => request.WithAzure(site => site with { Gateway = new AzureGateway { Kind = AzureGatewayKind.Appliance } }),
        request => request.WithAzure(site => site with { Gateway = new AzureGateway { Kind = AzureGatewayKind.Appliance, Appliance = new Appliance { Count = 2, Subnets = ["none"] } } }),
    ];

    public static Gen<VpnRequest> All { get; } =
        from request in LegalRequests.All
        from count in Gen.Choose(1, 2)
        from edits in Gen.ArrayOf(Gen.Elements(Edits), count)
        select edits.Aggregate(request, (edited, edit) => edit(edited));

    private static VpnRequest Links(VpnRequest request, Func<Link, Link> change) =>
        request with { Links = [.. request.Links.Take(1).Select(change), .. request.Links.Skip(1)] };

    private static NatRule Nat(string from, string to, NatDirection direction) => new()
    {
        Name = "nat",
        Direction = direction,
        Internal = Requests.Cidrs(from),
        External = Requests.Cidrs(to),
    };
}
