using System.Text.Json;
using System.Text.Json.Nodes;

namespace S2SVpn.Constructs.Appliances;

/// <summary>
/// What every machine of an appliance has: forwarding, filters, updates, and the programs that fetch its keys and move its routes.
/// </summary>
internal static class CommonContent
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ApplianceContent Of(ApplianceMachine machine) => new(
        ["curl", "nftables", "python3", "unattended-upgrades"],
        [
            new("/etc/sysctl.d/60-s2s.conf", Kernel),
            new("/etc/apt/apt.conf.d/52s2s", Updates(machine.Index)),
            new("/etc/s2s/filter.nft", FilterRules.Of(machine)),
            new("/etc/s2s/machine.json", Facts(machine)),
            new("/usr/local/lib/s2s/s2s_cloud.py", ApplianceScripts.Read(machine.Cloud == Design.Catalogue.Cloud.Aws ? "s2s_aws.py" : "s2s_azure.py")),
            new("/usr/local/lib/s2s/s2s-health.sh", ApplianceScripts.Read("s2s-health.sh")),
            .. machine.MetricNamespace is null ? Array.Empty<ApplianceFile>() :
            [
                ApplianceFile.Program("s2s-metric", ApplianceScripts.Read("s2s-metric.py")),
                ApplianceFile.Unit("s2s-metric.service", MetricUnit),
            ],
            .. machine.Twin is null ? Array.Empty<ApplianceFile>() :
            [
                ApplianceFile.Program("s2s-route", ApplianceScripts.Read("s2s-route.py")),
                ApplianceFile.Unit("s2s-route.service", RouteUnit),
            ],
        ],
        [.. machine.Twin is null ? [] : (string[])["s2s-route.service"], .. machine.MetricNamespace is null ? [] : (string[])["s2s-metric.service"]]);

    // Of two ways to a network the machine may hear by one and answer by the other, so that a sender's address is only looked for
    // in all routes, not in the way it came. Redirects would send the VPC's machines past the tunnels.
    private const string Kernel = """
        net.ipv4.ip_forward = 1
        net.ipv4.conf.all.rp_filter = 2
        net.ipv4.conf.default.rp_filter = 2
        net.ipv4.conf.all.accept_redirects = 0
        net.ipv4.conf.all.send_redirects = 0
        net.ipv4.conf.default.send_redirects = 0

        """;

    private const string RouteUnit = """
        [Unit]
        Description=Moves the routes of the network to the machine of the pair that carries traffic
        After=network-online.target
        Wants=network-online.target

        [Service]
        ExecStart=/usr/local/sbin/s2s-route
        Restart=always
        RestartSec=5
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=yes

        [Install]
        WantedBy=multi-user.target

        """;

    private const string MetricUnit = """
        [Unit]
        Description=Tells CloudWatch which VPN tunnels carry traffic
        After=network-online.target
        Wants=network-online.target

        [Service]
        ExecStart=/usr/local/sbin/s2s-metric
        Restart=always
        RestartSec=30
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=yes

        [Install]
        WantedBy=multi-user.target

        """;

    // Two machines never restart at the same hour.
    private static string Updates(int index) => $"""
        APT::Periodic::Update-Package-Lists "1";
        APT::Periodic::Unattended-Upgrade "1";
        Unattended-Upgrade::Automatic-Reboot "true";
        Unattended-Upgrade::Automatic-Reboot-Time "0{3 + index}:00";

        """;

    private static string Facts(ApplianceMachine machine)
    {
        var facts = new JsonObject
        {
            ["name"] = machine.Name,
            ["index"] = machine.Index,
            ["public"] = machine.PublicIp,
            ["private"] = machine.PrivateIp,
            ["reader"] = machine.KeyReader,
            ["tunnels"] = new JsonArray([.. machine.Tunnels.Select(tunnel => (JsonNode)new JsonObject
            {
                ["name"] = tunnel.Plan.Interface,
                ["peer"] = tunnel.PeerIp,
                ["secret"] = tunnel.Secret,
            })]),
        };
        if (machine.MetricNamespace is { } metrics)
        {
            facts["metrics"] = metrics;
        }

        if (machine.Twin is { } twin)
        {
            facts["twin"] = new JsonObject
            {
                ["address"] = twin.PrivateIp,
                ["own"] = twin.OwnInterface,
                ["tables"] = new JsonArray([.. twin.RouteTables.Select(table => (JsonNode)table)]),
                ["destinations"] = new JsonArray([.. twin.Destinations.Select(network => (JsonNode)network.ToString())]),
            };
        }

        return facts.ToJsonString(Readable) + "\n";
    }
}
