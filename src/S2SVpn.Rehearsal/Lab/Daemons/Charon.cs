using System.Diagnostics;
using System.Globalization;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>The IKE daemon of one end of a tunnel, in a namespace of its own: it can tell two tunnels of 0.0.0.0/0 apart by nothing else.</summary>
internal sealed class Charon : TunnelDaemon
{
    // The name of the connection, and of its only child.
    private const string Name = "tunnel";

    private readonly string _folder;
    private readonly Process _process;
    private readonly HashSet<string> _children = [];
    private readonly Lock _one = new();
    private string _errors = "";
    private ViciClient? _commands;
    private ViciClient? _events;

    private Charon(LabTunnelEnd end, string folder, Process process) : base(end)
    {
        _folder = folder;
        _process = process;
    }

    public override bool IsUp => Sas().Any(sa => sa.State == "ESTABLISHED" && sa.Children.Any(child => child.State is "INSTALLED" or "REKEYED" or "REKEYING"));

    private protected override string LogFile => Path.Combine(_folder, "charon.log");

    public static Charon Start(LabTunnelEnd end, string program, LabTimers timers, string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, end.Place)).FullName;
        var settings = Path.Combine(folder, "strongswan.conf");
        File.WriteAllText(settings, Settings(folder, timers));
        var process = new NetworkNamespace(end.Place).Start(program, [], new Dictionary<string, string> { ["STRONGSWAN_CONF"] = settings });
        var charon = new Charon(end, folder, process);
        process.ErrorDataReceived += (_, line) => charon._errors += line.Data;
        process.BeginErrorReadLine();
        return charon;
    }

    public override void Connect()
    {
        var path = Path.Combine(_folder, "vici");
        _commands = ViciClient.Connect(path, TimeSpan.FromSeconds(60), Ended);
        _events = ViciClient.Connect(path, TimeSpan.FromSeconds(60), Ended);
        _events.OnEvent = Take;
        _events.Listen("child-updown", "child-rekey");
    }

    public override void Load(bool restarts, LabTimers timers)
    {
        Commands.Call("load-shared", new ViciNode().Set("type", "IKE").Set("data", End.Key).Set("owners", End.Appliance is StrongswanEnd known ? ApplianceInLab.Owners(known) : [$"{End.Outside}", $"{End.PeerOutside}"]));
        Commands.Call("load-conn", new ViciNode().Set(Name, End.Appliance is StrongswanEnd appliance ? ApplianceInLab.Connection(End, appliance, Name, restarts, timers) : Connection(restarts, timers)));
    }

    public override void Initiate() => Commands.Try("initiate", new ViciNode().Set("child", Name).Set("ike", Name).Set("timeout", "-1"));

    public IReadOnlyList<IkeSa> Sas() => Commands.Stream("list-sas", "list-sa").SelectMany(IkeSa.From).ToList();

    public void RekeyChild() => Commands.Try("rekey", new ViciNode().Set("child", Name));

    public void RekeyIke() => Commands.Try("rekey", new ViciNode().Set("ike", Name));

    /// <summary>Ends the tunnel as both clouds do before maintenance: by telling the other end.</summary>
    public void Close() => Commands.Try("terminate", new ViciNode().Set("ike", Name).Set("timeout", "2000"));

    /// <summary>Has it hang.</summary>
    public void Freeze() => NativeMethods.Freeze(_process.Id);

    public override void Dispose()
    {
        _commands?.Dispose();
        _events?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        // What waits for its next start waits for its socket.
        File.Delete(Path.Combine(_folder, "vici"));

        _process.Dispose();
    }

    // A charon that has ended is not waited for; its last words say why.
    private string? Ended() => _process.HasExited ? $"{_errors} {string.Join(' ', Log.Split('\n').TakeLast(3))}".Trim() : null;

    private ViciClient Commands => _commands ?? throw new InvalidOperationException("This charon is not connected yet.");

    private ViciNode Connection(bool restarts, LabTimers timers)
    {
        string Seconds(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds}s");
        ViciNode Side(object address) => new ViciNode().Set("auth", "psk").Set("id", address.ToString()!);
        var child = new ViciNode()
            .Set("local_ts", End.LocalSelectors.Select(network => network.ToString()))
            .Set("remote_ts", End.RemoteSelectors.Select(network => network.ToString()))
            .Set("esp_proposals", Proposals.Esp(End.Offer))
            .Set("rekey_time", Seconds(End.Offer.EspLifetimeSeconds))
            .Set("start_action", "none")
            .Set("dpd_action", restarts ? "restart" : "clear")
            .Set("close_action", restarts ? "start" : "none");
        return new ViciNode()
            .Set("version", End.Offer.Versions is [var only] ? only.ToString(CultureInfo.InvariantCulture) : "0")
            .Set("local_addrs", [$"{End.Outside}"])
            .Set("remote_addrs", [$"{End.PeerOutside}"])
            .Set("mobike", "no")
            .Set("unique", "replace")
            .Set("keyingtries", "0")
            .Set("proposals", Proposals.Ike(End.Offer))
            .Set("rekey_time", Seconds(End.Offer.IkeLifetimeSeconds))
            .Set("dpd_delay", Seconds(timers.DpdDelay(End.DpdSeconds)))
            .Set("local", Side(End.Outside))
            .Set("remote", Side(End.PeerOutside))
            .Set("children", new ViciNode().Set(Name, child));
    }

    // A tunnel carries traffic while it has a child SA; a rekey replaces one with another.
    private void Take(string @event, ViciNode message)
    {
        var up = message.Text("up") == "yes";
        var sections = message.Sections.SelectMany(ike => ike.Section.Section("child-sas")?.Sections ?? []).Select(child => child.Section);
        lock (_one)
        {
            foreach (var child in sections)
            {
                if (@event == "child-rekey")
                {
                    _ = _children.Remove(child.Section("old")?.Text("uniqueid") ?? "");
                    _ = _children.Add(child.Section("new")?.Text("uniqueid") ?? "");
                }
                else
                {
                    _ = up ? _children.Add(child.Text("uniqueid") ?? "") : _children.Remove(child.Text("uniqueid") ?? "");
                }
            }

            OnCarries?.Invoke(End, _children.Count > 0);
        }
    }

    private static string Settings(string folder, LabTimers timers) => $$"""
        charon {
          load_modular = no
          load = random nonce openssl kdf kernel-libipsec kernel-netlink socket-default vici
          install_virtual_ip = no
          retransmit_timeout = {{timers.Retransmit.First}}
          retransmit_base = {{timers.Retransmit.Base}}
          retransmit_tries = {{timers.Retransmit.Tries}}
          plugins {
            vici {
              socket = unix://{{folder}}/vici
            }
            kernel-netlink {
              fwmark = 0x42
              roam_events = no
            }
          }
          filelog {
            log {
              path = {{folder}}/charon.log
              time_format = %H:%M:%S
              time_add_ms = yes
              default = 1
              flush_line = yes
            }
          }
        }

        """;
}
