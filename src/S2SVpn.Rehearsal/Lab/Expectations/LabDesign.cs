using S2SVpn.Design.Planning;

namespace S2SVpn.Rehearsal.Lab.Expectations;

/// <summary>What was designed: what the checks of a lab expect. Nothing of the lab is made from it.</summary>
public sealed record LabDesign
{
    public required IReadOnlyList<DesignedTunnel> Tunnels { get; init; }

    public required IReadOnlyList<DesignedFlow> Flows { get; init; }

    /// <summary>
    /// The security group for machines in each AWS subnet, by the subnet's name: AWS knows of it only where a machine is, and
    /// where a state has none, the lab puts one.
    /// </summary>
    public required IReadOnlyDictionary<string, string> SecurityGroups { get; init; }

    /// <summary>Links that no lab can hold: of them nothing would be checked.</summary>
    public required IReadOnlyList<string> Unheld { get; init; }

    public static LabDesign From(ConnectivityPlan plan) => new()
    {
        Tunnels = plan.Links.SelectMany((link, index) => DesignedTunnel.Of(plan, link, index)).ToList(),
        Flows = plan.Flows.SelectMany(DesignedFlow.Of).ToList(),
        SecurityGroups = plan.AwsSites
            .SelectMany(site => site.Network.Subnets)
            .Where(subnet => subnet.SecurityGroup is not null)
            .ToDictionary(subnet => subnet.Name, subnet => subnet.SecurityGroup!),
        Unheld = plan.Links.Where((link, index) => !DesignedTunnel.Of(plan, link, index).Any()).Select(link => link.Name).ToList(),
    };
}
