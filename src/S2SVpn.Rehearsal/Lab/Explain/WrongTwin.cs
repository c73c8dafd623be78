using System.Text.Json.Nodes;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Explain;

/// <summary>What a machine of a pair knows wrongly of the pair, so that it would not take over when the other one fails.</summary>
internal static class WrongTwin
{
    /// <summary>The first such thing: what is seen, and what comes of it; null for none.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="twin">The other one.</param>
    /// <param name="networks">The networks whose routes are to move.</param>
    public static (string Seen, string Cause)? Of(ApplianceMachineNode machine, ApplianceMachineNode twin, IReadOnlyList<string> networks)
    {
        if (machine.Known["twin"] is not JsonObject known)
        {
            return ("knows no twin", $"s2s-route on {machine.Name} knows nothing of {twin.Name} (twin, in machine.json): it ends at once, and no route moves.");
        }

        var (own, address) = (known["own"]?.ToString(), known["address"]?.ToString());
        var expected = machine.Cloud == Cloud.Aws ? machine.Interface.Text("id") : machine.PrivateIp;
        if (own != expected)
        {
            return ($"own is {own}", $"s2s-route on {machine.Name} takes the routes for {own} in place of its own {expected} (own, in machine.json): they never lead to this machine.");
        }

        if (address != twin.PrivateIp)
        {
            return ($"address is {address}", $"s2s-route on {machine.Name} asks {address} whether its twin is well, and {twin.Name} is at {twin.PrivateIp} (address, in machine.json).");
        }

        if (machine.Known["index"]?.ToString() is { } index && index == twin.Known["index"]?.ToString())
        {
            return ($"index is {index}", $"Both machines of the pair, {machine.Name} and {twin.Name}, have the index {index} (in machine.json), so that it is not settled which of them has the routes.");
        }

        var moved = known["destinations"] is JsonArray destinations ? destinations.Select(network => $"{network}").ToList() : [];
        return networks.Except(moved).FirstOrDefault() is { } left
            ? ($"destinations are {string.Join(", ", moved)}", $"s2s-route on {machine.Name} does not move the route to {left} (destinations, in machine.json), which stays where it is when the other machine fails.")
            : null;
    }
}
