using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Network;

namespace S2SVpn.Rehearsal.Lab.Layout;

/// <summary>One end of a tunnel, with what its own cloud was told of it and of the other end; nothing of it comes from the other cloud.</summary>
internal sealed record LabTunnelEnd
{
    public required Cloud Cloud { get; init; }

    /// <summary>The resource that says most of it, as Terraform names it.</summary>
    public required string Address { get; init; }

    /// <summary>The resource that says where the other end is.</summary>
    public required string PeerAddress { get; init; }

    /// <summary>The resource that says where this end is.</summary>
    public required string OutsideAddress { get; init; }

    /// <summary>What a report calls it: the Name tag or the id of the AWS VPN connection, the name of the Azure connection.</summary>
    public required string Connection { get; init; }

    /// <summary>In AWS the number of the tunnel, 1 or 2; in Azure that of the gateway's instance, 0 or 1.</summary>
    public required int Number { get; init; }

    /// <summary>The id of its gateway.</summary>
    public required string Gateway { get; init; }

    public required Ipv4 Outside { get; init; }

    public required Ipv4 PeerOutside { get; init; }

    /// <summary>Its address inside the tunnel, with BGP or without; null where its cloud doesn't say.</summary>
    public Ipv4? Inside { get; init; }

    /// <summary>The pre-shared key, or what stands for a certificate: never to be shown.</summary>
    public required string Key { get; init; }

    /// <summary>Whether it proves itself by a certificate, and not by the key.</summary>
    public bool HasCertificate { get; init; }

    public required IkeOffer Offer { get; init; }

    public required bool Starts { get; init; }

    /// <summary>What it lets through from its own side.</summary>
    public required IReadOnlyList<Cidr> LocalSelectors { get; init; }

    public required IReadOnlyList<Cidr> RemoteSelectors { get; init; }

    /// <summary>Null without BGP.</summary>
    public required BgpEnd? Bgp { get; init; }

    /// <summary>The networks that lead into it without BGP.</summary>
    public required IReadOnlyList<Cidr> StaticRoutes { get; init; }

    /// <summary>The networks that lead into it beside BGP, but for the BGP speaker at its other end.</summary>
    public IReadOnlyList<Cidr> BesideBgp { get; init; } = [];

    /// <summary>What Azure's connection counts for beside others (routing_weight); 0 in AWS.</summary>
    public long ConnectionWeight { get; init; }

    /// <summary>What Azure adds to each route of its BGP speaker (peer_weight); 0 in AWS.</summary>
    public long PeerWeight { get; init; }

    /// <summary>The routes that AWS has for a connection, or that have its networks in another one.</summary>
    public IReadOnlyList<string> StaticRouteResources { get; init; } = [];

    /// <summary>Where its key was made or is kept, as Terraform names it; null where it came from outside.</summary>
    public string? KeyAddress { get; init; }

    /// <summary>The zones of its public address; empty where it has none.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    public required int DpdSeconds { get; init; }

    /// <summary>What AWS does once the other end is dead: restart, clear or none; null where its cloud has no such choice.</summary>
    public string? DpdAction { get; init; }

    /// <summary>Whether packets that were sent before are dropped.</summary>
    public bool ReplayProtection { get; init; } = true;

    /// <summary>On a machine of an appliance, what its own files say; null on a gateway of the cloud.</summary>
    public ApplianceEnd? Appliance { get; init; }

    /// <summary>What its cloud lets in and out at this end; null where the cloud itself looks after it.</summary>
    public MachineFilter? Filter { get; init; }

    /// <summary>The name of its namespace, which a report can show.</summary>
    public string Place { get; init; } = "";

    /// <summary>The name of its device in the namespace of its gateway.</summary>
    public string Device { get; init; } = "";

    /// <summary>The same, after an apply for another public address of this end or of its peer.</summary>
    public LabTunnelEnd Moved(Ipv4 from, Ipv4 to)
    {
        Ipv4 Now(Ipv4 address) => address == from ? to : address;
        return this with { Outside = Now(Outside), PeerOutside = Now(PeerOutside), Filter = Filter?.Moved(from, to), Appliance = Appliance?.Moved(Device, from, to) };
    }

    // The key stays out of it.
    public override string ToString() => $"{Address} ({Outside} to {PeerOutside})";
}

/// <summary>A BGP speaker in a tunnel, and the one it expects at the other end.</summary>
internal sealed record BgpEnd
{
    public required Ipv4 Address { get; init; }

    public required long Asn { get; init; }

    public required Ipv4 Peer { get; init; }

    public required long PeerAsn { get; init; }

    public required int HoldSeconds { get; init; }

    /// <summary>Whether its connection names the address, so that nothing was chosen for it.</summary>
    public bool IsNamed { get; init; } = true;
}
