using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What keeps a machine that tunnels end on from its peers and its cloud, its filter aside.</summary>
internal static class MachineWays
{
    // Stands for its cloud's own addresses: of a network for documentation (RFC 5737).
    private static readonly Ipv4 Anywhere = Ipv4.Parse("192.0.2.200");

    private static readonly Dictionary<string, IReadOnlyList<string>> NoGroups = [];

    public static LabExplanation? Fault(ApplianceMachineNode machine, IReadOnlyList<Ipv4> peers) => machine.Cloud == Cloud.Aws
        ? Metadata(machine) ?? Names(machine) ?? InAws(machine, peers)
        : Away(machine, peers, new AzureNetworkReader(machine.State, NoGroups).WaysOf(machine.Interface), target => target == "Internet");

    // docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
    private static LabExplanation? Metadata(ApplianceMachineNode machine) => machine.Instance.Block("metadata_options")?.Text("http_endpoint") != "disabled" ? null : new LabExplanation
    {
        Cause = $"{machine.Instance} has its metadata service off (metadata_options.http_endpoint), so that it gets neither its user data nor the credentials of its role.",
        Resources = [machine.Instance.Address],
    };

    // docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html: without it the VPC's own resolver answers nothing.
    private static LabExplanation? Names(ApplianceMachineNode machine) => Vpc(machine) is not { } vpc || vpc.Flag("enable_dns_support", otherwise: true) ? null : new LabExplanation
    {
        Cause = $"{vpc} has no DNS (enable_dns_support), so that {machine.Name} can't resolve the names of its cloud.",
        Resources = [vpc.Address],
    };

    // A public address is of use behind an internet gateway only: docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html.
    private static LabExplanation? InAws(ApplianceMachineNode machine, IReadOnlyList<Ipv4> peers)
    {
        if (new AwsNetworkReader(machine.State, NoGroups).WaysOf(machine.Interface) is not { } routes)
        {
            return null;
        }

        var vpc = Vpc(machine);
        return Away(machine, peers, routes, target => target.StartsWith("igw-", StringComparison.Ordinal)
            && (machine.State.Find("aws_internet_gateway", target) is { } gateway ? gateway.Text("vpc_id") == vpc?.Id : vpc is not { IsManaged: true }))
            ?? (routes.Any(route => route.Network.Contains(Anywhere)) ? null : new LabExplanation
            {
                Cause = $"The route table of the subnet of {machine.Name} has no route to an internet gateway (aws_route), so that the machine reaches neither its peers nor its cloud.",
                Resources = [.. Subnet(machine) is { } subnet ? new[] { subnet.Address } : [], .. routes.Select(route => route.Address).Distinct(), machine.Instance.Address],
            });
    }

    // The longest prefix decides in both clouds. Azure itself has a route to the Internet below those of a table: learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview.
    private static LabExplanation? Away(ApplianceMachineNode machine, IReadOnlyList<Ipv4> peers, IReadOnlyList<RouteElsewhere> routes, Func<string, bool> isInternet)
    {
        var led = peers.Append(Anywhere)
            .Select(address => (Address: address, Route: routes.Where(route => route.Network.Contains(address)).MaxBy(route => route.Network.PrefixLength)))
            .FirstOrDefault(each => each.Route is not null && !isInternet(each.Route.Target));
        if (led.Route is not { } away)
        {
            return null;
        }

        var target = away.Target.StartsWith("igw-", StringComparison.Ordinal) ? $"{away.Target}, which is no internet gateway of its VPC (aws_internet_gateway)" : $"{away.Target} instead of the internet";
        return new LabExplanation
        {
            Cause = $"{away.Address} sends {away.Network} from the subnet of {machine.Name} to {target}, so that the machine does not reach {(led.Address == Anywhere ? "its cloud" : $"its peer {led.Address}")}.",
            Resources = [away.Address, .. machine.State.Find("aws_internet_gateway", away.Target) is { } gateway ? new[] { gateway.Address } : [], machine.Instance.Address],
        };
    }

    private static StateResource? Subnet(ApplianceMachineNode machine) => machine.State.Find("aws_subnet", machine.Interface.Text("subnet_id"));

    private static StateResource? Vpc(ApplianceMachineNode machine) => machine.State.Find("aws_vpc", Subnet(machine)?.Text("vpc_id"));
}
