using System.Text;
using S2SVpn.Design.Catalogue;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>What there is to look at in a lab that is kept.</summary>
internal static class LabGuide
{
    public static string Of(LabLayout layout)
    {
        var text = new StringBuilder("Namespaces of the lab ('ip netns exec NAME COMMAND'):\n");
        foreach (var gateway in layout.Gateways)
        {
            text.Append($"  {gateway.Place,-14} router of {gateway.Name}: birdc -s {LabPrograms.Folder}/{gateway.Place}.ctl show protocols\n");
        }

        foreach (var end in layout.Ends)
        {
            var which = end.Cloud == Cloud.Aws ? "tunnel" : "instance";
            text.Append($"  {end.Place,-14} {end.Connection}, {which} {end.Number} ({end.Device}): {(end.Appliance is WireguardEnd ? $"wg show {end.Place}" : $"swanctl --list-sas --uri unix://{LabPrograms.Folder}/{end.Place}/vici")}\n");
        }

        foreach (var machine in layout.Machines)
        {
            text.Append($"  {machine.Place,-14} machine {machine.Address} in subnet {machine.Subnet}\n");
        }

        return text.Append("Log of each end: /run/s2svpn/NAME/charon.log or wireguard.log. 'exit' takes the lab down.").ToString();
    }
}
