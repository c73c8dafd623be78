using S2SVpn.Rehearsal.Lab.Layout;

namespace S2SVpn.Rehearsal.Lab.Daemons;

/// <summary>What runs one end of a tunnel, in a namespace of its own.</summary>
internal abstract class TunnelDaemon(LabTunnelEnd end) : IDisposable
{
    public LabTunnelEnd End { get; } = end;

    /// <summary>Told when the tunnel begins or ceases to carry traffic.</summary>
    public Action<LabTunnelEnd, bool>? OnCarries { get; set; }

    /// <summary>Its log so far.</summary>
    public string Log => File.Exists(LogFile) ? Shared(LogFile) : "";

    /// <summary>Whether the tunnel stands at this end.</summary>
    public abstract bool IsUp { get; }

    private protected abstract string LogFile { get; }

    /// <summary>Waits until it is there: its device is as well by then.</summary>
    public abstract void Connect();

    /// <summary>Tells it of its tunnel.</summary>
    public abstract void Load(bool restarts, LabTimers timers);

    /// <summary>Has it start the tunnel, without waiting for what comes of it.</summary>
    public abstract void Initiate();

    public abstract void Dispose();

    private static string Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
