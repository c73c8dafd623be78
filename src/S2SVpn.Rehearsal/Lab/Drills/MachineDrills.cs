using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Runtime;

namespace S2SVpn.Rehearsal.Lab.Drills;

/// <summary>What machines of appliances go through, with their own units at work.</summary>
internal static class MachineDrills
{
    // An address that nobody has (www.rfc-editor.org/rfc/rfc5737).
    private static readonly Ipv4 Free = Ipv4.Parse("192.0.2.200");

    public static IEnumerable<Drill> Of(RunningLab lab, IReadOnlyList<TunnelPair> link)
    {
        var gateways = link.SelectMany(pair => pair.Ends).Where(end => end.Appliance is not null).Select(end => lab.Layout.Gateway(end.Gateway)).Distinct().ToList();
        foreach (var gateway in gateways)
        {
            List<TunnelPair> Tunnels(ApplianceMachineNode machine) => [.. link.Where(pair => pair.Ends.Any(end => end.Appliance?.Machine.Name == machine.Name))];
            if (lab.Machines!.Pairs.Find(pair => pair.Gateway == gateway) is { } pair)
            {
                yield return new RouteDrill(pair, Tunnels(gateway.Appliance[0]));
                yield return new SplitDrill(pair);
            }

            foreach (var machine in gateway.Appliance)
            {
                yield return new RestartDrill(gateway, machine, Tunnels(machine));
            }

            var first = gateway.Appliance[0];
            var strongswan = lab.Machines.EndsOf(gateway, first).Any(end => end.Appliance is StrongswanEnd);
            if (strongswan || link.Any(pair => pair.Tunnel.Bgp))
            {
                // BIRD is one for both machines of a pair here.
                yield return new HangDrill(gateway, first, strongswan ? "charon" : "BIRD", strongswan ? Tunnels(first) : link);
            }

            yield return new AddressDrill(gateway, first, Free.Plus(gateways.IndexOf(gateway)), Tunnels(first));
        }
    }

    private static string Called(ApplianceMachineNode machine) => $"{(machine.Cloud == Design.Catalogue.Cloud.Aws ? "AWS" : "Azure")} machine {machine.Name}";

    /// <summary>The first machine's tunnels are lost: the other takes the routes, and gives them back after a while.</summary>
    private sealed record RouteDrill(MachinePairNet Pair, IReadOnlyList<TunnelPair> Tunnels) : Drill($"routes move from {Called(Pair.Gateway.Appliance[0])} to the other and back", Tunnels, Graceful: false)
    {
        // It has to be well for a while first.
        public override double Slower => 4;

        public override bool IsNoticed(RunningLab lab) => base.IsNoticed(lab) && Pair.Cloud.Holder == 1;

        public override bool IsRestored(RunningLab lab) => Pair.Cloud.Holder == 0;
    }

    /// <summary>The machines hear nothing of each other, and their tunnels are well: it ends with one that has the routes.</summary>
    private sealed record SplitDrill(MachinePairNet Pair) : Drill($"{Called(Pair.Gateway.Appliance[0])} and the other don't hear each other", [], Graceful: false)
    {
        // Each has looked that often and left the routes where they are.
        private const int Enough = 8;

        public override double Slower => 4;

        public override void Lose(RunningLab lab) => Pair.Part(apart: true);

        public override bool IsNoticed(RunningLab lab) => Pair.Cloud is { Moves: > 0, Holder: not null, QuietLooks: >= Enough };

        public override void Restore(RunningLab lab) => Pair.Part(apart: false);

        public override bool IsRestored(RunningLab lab) => Pair.Cloud is { Holder: 0, QuietLooks: >= Enough };
    }

    /// <summary>A machine is off, and on again with nothing but its files.</summary>
    private sealed record RestartDrill(GatewayNode Gateway, ApplianceMachineNode Machine, IReadOnlyList<TunnelPair> Tunnels) : Drill($"{Called(Machine)} restarted", Tunnels, Graceful: false)
    {
        public override void Lose(RunningLab lab) => lab.Machines!.TurnOff(Gateway, Machine);

        public override void Restore(RunningLab lab) => lab.Machines!.TurnOn(Gateway, Machine);
    }

    /// <summary>A service is there and answers nothing: the machine's own unit restarts it.</summary>
    private sealed record HangDrill(GatewayNode Gateway, ApplianceMachineNode Machine, string Service, IReadOnlyList<TunnelPair> Tunnels) : Drill($"{Service} of {Called(Machine)} hangs", Tunnels, Graceful: false)
    {
        // Three times in a row no answer.
        public override double Slower => 3;

        public override void Lose(RunningLab lab) => lab.Machines!.Hang(Gateway, Machine);

        public override bool IsNoticed(RunningLab lab) => !lab.Machines!.Hangs(Machine);

        public override void Restore(RunningLab lab) => lab.Machines!.Unhang(Gateway, Machine);
    }

    /// <summary>A machine has another public address. Its peers know the old one, until an apply tells them.</summary>
    private sealed record AddressDrill(GatewayNode Gateway, ApplianceMachineNode Machine, Ipv4 To, IReadOnlyList<TunnelPair> Tunnels) : Drill($"{Called(Machine)} has another public address", Tunnels, Graceful: false)
    {
        public override void Lose(RunningLab lab) => lab.Machines!.MoveAddress(Gateway, Machine, To);

        public override void Restore(RunningLab lab) => lab.Machines!.Tell(Gateway, Machine, lab.Machines.EndsOf(Gateway, Machine)[0].Outside, To);
    }
}
