using System.Globalization;
using System.Text;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Runtime;

/// <summary>
/// Two machines that stand in for each other: a network of their own in which they ask whether the other is well and their cloud who has the
/// routes, and the routes themselves. What the machines of the VPC or VNet send goes into the tunnels of the one that has them.
/// </summary>
internal sealed class MachinePairNet : IDisposable
{
    // Above all else that a router knows of its machines.
    private const int Priority = 1800;

    private readonly LabEnds _ends;
    private readonly LabPrograms _programs;
    private readonly string _wires;
    private readonly IReadOnlyList<string> _matches;
    private int? _holder;

    private MachinePairNet(LabLayout layout, GatewayNode gateway, TwinFacts facts, LabEnds ends, LabPrograms programs)
    {
        (Gateway, _ends, _programs) = (gateway, ends, programs);
        _wires = $"{gateway.Place}-net";
        _matches =
        [
            .. layout.MachinesOf(gateway).SelectMany((machine, index) => facts.Destinations
                .Where(destination => machine.Routes?.Any(route => $"{route}" == destination) ?? true)
                .Select(destination => $"iif {RouterRules.WireOf(index)} to {destination}")),
        ];
        Wire(facts);
        Cloud = new CloudDouble(_wires, facts) { Moved = Lead };
        Lead(0);
    }

    public GatewayNode Gateway { get; }

    public CloudDouble Cloud { get; }

    public static MachinePairNet Make(LabLayout layout, GatewayNode gateway, TwinFacts facts, LabEnds ends, LabPrograms programs) => new(layout, gateway, facts, ends, programs);

    /// <summary>The namespace of one of them.</summary>
    public string Space(int index) => string.Create(CultureInfo.InvariantCulture, $"{Gateway.Place}-m{index + 1}");

    /// <summary>Tells the cloud that one of them runs no longer, or again.</summary>
    public void Stopped(ApplianceMachineNode machine, bool isStopped)
    {
        var own = (string)machine.Known["twin"]!["own"]!;
        _ = isStopped ? Cloud.Stopped.Add(own) : Cloud.Stopped.Remove(own);
    }

    /// <summary>Parts the two, or joins them again. Each still reaches its cloud.</summary>
    public void Part(bool apart) => new NetworkNamespace(_wires).Feed(_programs.Nft, ["-f", "-"],
        "table inet part\ndelete table inet part\n" + (apart ? "table inet part {\n  chain forward {\n    type filter hook forward priority 0; policy drop;\n  }\n}\n" : ""));

    public void Dispose()
    {
        Cloud.Dispose();
        Remove(_holder);
        _holder = null;
    }

    private void Wire(TwinFacts facts)
    {
        _ends.Batch(NetworkNamespace.Internet, $"netns add {_wires}\nnetns add {Space(0)}\nnetns add {Space(1)}\n");
        var text = new StringBuilder($"link set lo up\naddress add {CloudDouble.Address}/32 dev lo\n");
        for (var index = 0; index < 2; index++)
        {
            new NetworkNamespace(Space(index)).Set(RunningLab.Routing);
            text.Append(CultureInfo.InvariantCulture, $"link add m{index} type veth peer name eth0 netns {Space(index)}\nlink set m{index} up\nroute add {facts.Addresses[index]}/32 dev m{index}\n");
        }

        new NetworkNamespace(_wires).Set(RunningLab.Routing);
        _ends.Batch(new NetworkNamespace(_wires), text.ToString());
        for (var index = 0; index < 2; index++)
        {
            _ends.Batch(new NetworkNamespace(Space(index)), $"link set lo up\naddress add {facts.Addresses[index]}/32 dev eth0\nlink set eth0 up\nroute add {CloudDouble.Address}/32 dev eth0\nroute add default via {CloudDouble.Address} src {facts.Addresses[index]}\n");
        }
    }

    // The new way is there before the old one goes.
    private void Lead(int holder)
    {
        lock (_matches)
        {
            var old = _holder;
            if (old == holder)
            {
                return;
            }

            _holder = holder;
            var text = new StringBuilder();
            foreach (var match in _matches)
            {
                text.Append(CultureInfo.InvariantCulture, $"rule add {match} lookup {BirdConfiguration.TableOf(holder)} priority {Priority}\n");
                if (old is null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"rule add {match} unreachable priority {Priority + 1}\n");
                }
            }

            _ends.Batch(new NetworkNamespace(Gateway.Place), text.ToString());
            if (old is not null)
            {
                RemoveLookups(old.Value);
            }
        }
    }

    private void Remove(int? holder)
    {
        if (holder is { } last)
        {
            RemoveLookups(last);
            _ends.Batch(new NetworkNamespace(Gateway.Place), string.Concat(_matches.Select(match => string.Create(CultureInfo.InvariantCulture, $"rule del {match} unreachable priority {Priority + 1}\n"))));
        }
    }

    private void RemoveLookups(int holder) => _ends.Batch(new NetworkNamespace(Gateway.Place), string.Concat(_matches.Select(match =>
        string.Create(CultureInfo.InvariantCulture, $"rule del {match} lookup {BirdConfiguration.TableOf(holder)} priority {Priority}\n"))));
}
