namespace S2SVpn.App;

/// <summary>Where the program writes: results to standard output, findings and progress to standard error.</summary>
public sealed record Terminal
{
    /// <summary>The exit code of what somebody stopped, as shells have it for Ctrl-C.</summary>
    public const int Stopped = 130;

    public TextReader In { get; init; } = Console.In;

    public TextWriter Out { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Color on a terminal, unless NO_COLOR says otherwise (no-color.org).</summary>
    public bool Color { get; init; } = !Console.IsErrorRedirected && ColorIsWanted;

    /// <summary>The same, for standard output.</summary>
    public bool OutColor { get; init; } = !Console.IsOutputRedirected && ColorIsWanted;

    public int Width { get; init; } = Console.IsOutputRedirected ? 120 : Math.Clamp(Console.WindowWidth, 60, 160);

    /// <summary>Whether somebody is watching, who wants to know what takes time.</summary>
    public bool IsWatched { get; init; } = !Console.IsErrorRedirected;

    private static bool ColorIsWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Says what is going on, where somebody watches: what is piped stays as it is.</summary>
    public void Progress(string what)
    {
        if (IsWatched)
        {
            Error.WriteLine(what);
        }
    }
}
