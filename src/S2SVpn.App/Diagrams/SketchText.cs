using S2SVpn.Design.Planning;

namespace S2SVpn.App.Diagrams;

/// <summary>What both clouds' sites have in common.</summary>
internal static class SketchText
{
    /// <summary>The last part of a resource's id.</summary>
    public static string? Short(string? id) => id?.Split('/')[^1];

    public static string Joined(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    public static IReadOnlyList<EndSketch> Machines(AppliancePlan appliance, IEnumerable<ApplianceTunnelPlan> tunnels)
    {
        var all = tunnels.ToList();
        return [.. appliance.Machines.Select(machine => new EndSketch(
            [$"machine {machine.Index}", .. machine.Address is { } address ? [$"{address}"] : (string[])[]],
            [.. all.Where(tunnel => tunnel.Machine == machine.Index).Select(tunnel => tunnel.Tunnel)]))];
    }
}
