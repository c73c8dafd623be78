using S2SVpn.Design.Network;

namespace S2SVpn.Design.Planning;

/// <summary>A test machine.</summary>
internal sealed record ProbePlan
{
    /// <summary>Its name in the request.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its subnet in the request.</summary>
    public required string Subnet { get; init; }

    /// <summary>Null where the subnet's network isn't known: the cloud then chooses.</summary>
    public required Ipv4? Address { get; init; }

    /// <summary>Its instance type or VM size.</summary>
    public required string Size { get; init; }

    /// <summary>The name of its public address; null for none.</summary>
    public required string? PublicIp { get; init; }
}

/// <summary>An EC2 Instance Connect endpoint, through which SSH reaches machines without public addresses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SecurityGroup">The name of its security group.</param>
/// <param name="Subnet">The name of its subnet in the request; it reaches the VPC's others too.</param>
internal sealed record InstanceConnectPlan(string Name, string SecurityGroup, string Subnet);

/// <summary>Who may log in to machines.</summary>
/// <param name="KeyName">The name of the key in its cloud.</param>
/// <param name="PublicKey">The public key; null where one is made.</param>
/// <param name="From">Who may reach them; empty for nobody.</param>
public sealed record SshPlan(string KeyName, string? PublicKey, ValueList<Cidr> From);
