using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Network;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Layout;

/// <summary>
/// Where the machines of a request stand: probes, and the appliances. It never fails: what can't be found or has no
/// room is null.
/// </summary>
internal static class MachineLayout
{
    // Both clouds keep the first four addresses of a subnet and the last for themselves
    // (docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html,
    // learn.microsoft.com/azure/virtual-network/virtual-networks-faq).
    private const int FirstFree = 4;

    // Where probes start in a subnet that is large enough, so that appliances have the places before it.
    private const int FirstProbe = 10;

    // Of one appliance; a rule refuses far fewer.
    private const int MostMachines = 16;

    /// <summary>Appliances in front, then probes, each in the order of the request; AWS before Azure.</summary>
    public static ValueList<MachinePlace> Of(VpnRequest request) => Of(
        request,
        request.Aws.ToDictionary(site => site.Key, site => NetworkLayout.Of(site.Value).Subnets, StringComparer.Ordinal),
        request.Azure.ToDictionary(site => site.Key, site => NetworkLayout.Of(site.Value).Subnets, StringComparer.Ordinal));

    internal static ValueList<MachinePlace> Of(
        VpnRequest request,
        Dictionary<string, ValueList<SubnetLayout>> awsSubnets,
        Dictionary<string, ValueList<SubnetLayout>> azureSubnets)
    {
        var aws = request.Aws
            .Where(site => site.Value.Gateway.Kind == AwsGatewayKind.Appliance)
            .SelectMany(site => Appliance(Cloud.Aws, site.Key, LinkLayout.ApplianceOf(site.Value.Gateway)!))
            .Concat(Probes(Cloud.Aws, request.Probes.Aws, request.Aws.Keys));
        var azure = request.Azure
            .Where(site => site.Value.Gateway.Kind == AzureGatewayKind.Appliance)
            .SelectMany(site => Appliance(Cloud.Azure, site.Key, LinkLayout.ApplianceOf(site.Value.Gateway)!))
            .Concat(Probes(Cloud.Azure, request.Probes.Azure, request.Azure.Keys));
        return [.. Settle(aws, awsSubnets), .. Settle(azure, azureSubnets)];
    }

    private static IEnumerable<MachinePlace> Appliance(Cloud cloud, string site, Appliance appliance) =>
        Enumerable.Range(0, Math.Clamp(appliance.Count, 0, MostMachines)).Select(index => new MachinePlace
        {
            Cloud = cloud,
            Kind = MachineKind.Appliance,
            Index = index,
            Path = RequestPath.Root[Words.Of(cloud)][site].At("gateway.appliance.addresses")[index],
            Site = site,
            Subnet = appliance.SubnetOf(index),
            Address = index < appliance.Addresses.Count ? appliance.Addresses[index] : null,
        });

    private static IEnumerable<MachinePlace> Probes(Cloud cloud, ValueList<Probe> probes, IEnumerable<string> sites)
    {
        var only = sites.Take(2).ToList() is [var single] ? single : null;
        return probes.Select((probe, index) => new MachinePlace
        {
            Cloud = cloud,
            Kind = MachineKind.Probe,
            Index = index,
            Path = RequestPath.Root["probes"][Words.Of(cloud)][index]["address"],
            Site = probe.Site ?? only,
            Subnet = probe.Subnet,
            Address = probe.Address,
        });
    }

    private static List<MachinePlace> Settle(
        IEnumerable<MachinePlace> machines, Dictionary<string, ValueList<SubnetLayout>> subnets)
    {
        var placed = machines.Select(machine => InSubnet(machine, subnets)).ToList();
        var taken = placed
            .Where(machine => machine.Place.Address is not null)
            .Select(machine => (machine.Place.Site, machine.Place.Address!.Value)).ToHashSet();
        // What was passed over is taken for good, so that each subnet is gone through once.
        var free = new Dictionary<(string?, string?, MachineKind), IEnumerator<Ipv4>>();
        return placed.Select(machine =>
        {
            if (machine.Place.Address is not null || machine.Subnet?.Cidr is not { } cidr)
            {
                return machine.Place;
            }

            var key = (machine.Place.Site, machine.Place.Subnet, machine.Place.Kind);
            if (!free.TryGetValue(key, out var addresses))
            {
                free[key] = addresses = Places(cidr, machine.Place.Kind).Select(place => cidr.Host(place)).GetEnumerator();
            }

            while (addresses.MoveNext())
            {
                if (taken.Add((machine.Place.Site, addresses.Current)))
                {
                    return machine.Place with { Address = addresses.Current };
                }
            }

            return machine.Place;
        }).ToList();
    }

    private static (MachinePlace Place, SubnetLayout? Subnet) InSubnet(
        MachinePlace machine, Dictionary<string, ValueList<SubnetLayout>> subnets)
    {
        var subnet = machine.Site is not null && subnets.TryGetValue(machine.Site, out var all)
            ? all.FirstOrDefault(each => machine.Subnet is null || each.Name == machine.Subnet)
            : null;
        return (machine with { Subnet = subnet?.Name }, subnet);
    }

    // From the usual start to the end, then what is before the start.
    private static IEnumerable<int> Places(Cidr subnet, MachineKind kind)
    {
        var end = (int)Math.Min(subnet.Size - 1, ushort.MaxValue);
        var start = kind == MachineKind.Probe && FirstProbe < end ? FirstProbe : FirstFree;
        return Enumerable.Range(start, Math.Max(0, end - start)).Concat(Enumerable.Range(FirstFree, start - FirstFree));
    }
}

/// <summary>Where one machine stands.</summary>
internal sealed record MachinePlace
{
    public required Cloud Cloud { get; init; }

    public required MachineKind Kind { get; init; }

    /// <summary>Its place in the request's list.</summary>
    public required int Index { get; init; }

    /// <summary>Where the request has its address, or would.</summary>
    public required RequestPath Path { get; init; }

    /// <summary>Null where the request names none and there are several.</summary>
    public required string? Site { get; init; }

    /// <summary>Null where the site has none of that name.</summary>
    public required string? Subnet { get; init; }

    /// <summary>Null where the subnet's network isn't known, or is full.</summary>
    public required Ipv4? Address { get; init; }
}

internal enum MachineKind
{
    Appliance,
    Probe,
}
