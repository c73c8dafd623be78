using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Planning;

/// <summary>Plans gateways on machines of one's own, which are alike in both clouds.</summary>
internal static class AppliancePlanner
{
    // IANA has no port for WireGuard; its documentation uses this one, and each further interface needs its own.
    private const int FirstPort = 51820;

    // Two vCPUs and little memory, in each cloud's cheapest current family.
    private const string AwsSize = "t3.micro";
    private const string AzureSize = "Standard_B2ats_v2";

    // docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int RoleLimit = 64;

    public static string UsualSize(Cloud cloud) => cloud == Cloud.Aws ? AwsSize : AzureSize;

    /// <param name="context">The request.</param>
    /// <param name="cloud">The cloud of the site.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="appliance">What is asked for.</param>
    /// <param name="zones">The zones that the machines are spread over; empty for none, and in AWS.</param>
    public static AppliancePlan Plan(PlanContext context, Cloud cloud, string site, Appliance appliance, ValueList<int> zones)
    {
        var stem = context.Names.Site(cloud, site);
        return new AppliancePlan
        {
            Software = appliance.Software,
            Partition = cloud == Cloud.Aws ? AwsRegions.PartitionOf(context.Request.Aws[site].Region) ?? "aws" : null,
            SecretStem = $"{stem}/gateway",
            Machines = context.Machines(cloud, site, MachineKind.Appliance)
                .Select(place => Machine(cloud, site, stem, appliance, place, zones, context.Request.Monitoring)).ToValueList(),
            SecurityGroup = cloud == Cloud.Aws ? Names.AwsSecurityGroup(stem, "gateway-sg") : Names.Azure(stem, "gateway-nsg"),
            Ssh = new SshPlan(Fit(cloud, stem, "gateway-key"), appliance.SshKey, appliance.SshFrom),
        };
    }

    /// <summary>The tunnels of a link as the machines of one of its ends see them.</summary>
    public static ValueList<ApplianceTunnelPlan> Tunnels(PlanContext context, PlannedLink link, Cloud cloud) => link.Plan.Tunnels.Select(tunnel =>
    {
        var options = link.Request.Tunnels.For(tunnel.Connection, tunnel.Number);
        var ordinal = Ordinal(tunnel.Inside);
        return new ApplianceTunnelPlan
        {
            Tunnel = tunnel,
            Machine = cloud == Cloud.Aws ? tunnel.Number - 1 : tunnel.AzureInstance,
            Interface = $"s2s{ordinal}",
            InterfaceId = ordinal + 1,
            Port = FirstPort + ordinal,
            LocalAddress = cloud == Cloud.Aws ? tunnel.AwsAddress : tunnel.AzureAddress,
            RemoteAddress = cloud == Cloud.Aws ? tunnel.AzureAddress : tunnel.AwsAddress,
            Starts = tunnel.Initiator == Initiator.Both || tunnel.Initiator == (cloud == Cloud.Aws ? Initiator.Aws : Initiator.Azure),
            DpdTimeoutSeconds = (cloud == Cloud.Azure ? options.Dpd.AzureTimeout : null)?.Seconds ?? options.Dpd.Timeout.Seconds,
            DpdAction = options.Dpd.Action,
            RekeyMarginSeconds = options.Rekey.Margin.Seconds,
            RekeyFuzzPercent = options.Rekey.Fuzz,
            ReplayWindow = options.ReplayWindow,
            DownAlarm = cloud == Cloud.Aws && MonitoringPlanner.HasAwsAlarms(context.Request.Monitoring)
                ? MonitoringPlanner.TunnelDown(context.Names.Link(link.Plan.Name), tunnel)
                : null,
            Selectors = link.Request.Selectors,
        };
    }).ToValueList();

    private static ApplianceMachinePlan Machine(Cloud cloud, string site, string stem, Appliance appliance, MachinePlace place, ValueList<int> zones, Monitoring monitoring)
    {
        var name = Names.Join(stem, "gateway", Words.Of(cloud), $"{place.Index}");
        var alarms = cloud == Cloud.Aws ? MonitoringPlanner.HasAwsAlarms(monitoring) : MonitoringPlanner.HasAzureAlerts(monitoring);
        return new ApplianceMachinePlan
        {
            Index = place.Index,
            Name = cloud == Cloud.Aws ? Names.Aws(name) : Names.AzureShort(name),
            Role = Names.Fit(name, RoleLimit),
            Zone = zones.Count == 0 ? null : zones[place.Index % zones.Count],
            PublicIp = Fit(cloud, name, cloud == Cloud.Aws ? "eip" : "pip"),
            Subnet = place.Subnet ?? throw PlanContext.Refused($"the appliance of {site} has no subnet"),
            Address = place.Address,
            Size = appliance.Size ?? UsualSize(cloud),
            DownAlarm = alarms ? Fit(cloud, name, "down") : null,
            HostAlarm = alarms && cloud == Cloud.Aws ? Fit(cloud, name, "host-failed") : null,
        };
    }

    private static string Fit(Cloud cloud, params ReadOnlySpan<string?> parts) =>
        cloud == Cloud.Aws ? Names.Aws(parts) : Names.Azure(parts);

    // 0 to 127: the place of the inside network among all that there are, which no other tunnel of a gateway has.
    private static int Ordinal(InsideCidr inside)
    {
        var range = InsideCidr.AzureRanges[0].Contains(inside.Cidr) ? 0 : 1;
        return (int)((64 * range) + ((inside.Cidr.First.Value - InsideCidr.AzureRanges[range].First.Value) / 4));
    }
}
