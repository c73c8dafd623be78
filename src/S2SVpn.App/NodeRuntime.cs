namespace S2SVpn.App;

/// <summary>The Node.js that CDKTF runs in.</summary>
public static class NodeRuntime
{
    private const string Script = "node.cjs";

    // How the jsii runtime is told of another program, and Node.js of options that it has for itself there.
    private const string Program = "JSII_RUNTIME";
    private const string Options = "NODE_OPTIONS";

    /// <summary>
    /// Whether there is one. It is looked for before CDKTF starts it: when that fails, jsii ends the process with an error of
    /// its own.
    /// </summary>
    public static bool IsThere =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));

    /// <summary>
    /// Keeps jsii from drawing a box of twelve lines at every start because of Node.js's age: the versions that don't work
    /// are refused when the packages are made.
    /// </summary>
    public static void Silence()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,22");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }

    /// <summary>
    /// Has it start as one process in place of two, until what this gives is disposed. Its script lies beside what jsii unpacks
    /// for it, in the folder for temporary files.
    /// </summary>
    public static IDisposable? AsOneProcess()
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(Program) is { Length: > 0 })
        {
            return null;
        }

        var script = Path.Combine(Path.GetTempPath(), Script);
        using var resource = typeof(NodeRuntime).Assembly.GetManifestResourceStream(Script)!;
        using var file = File.Create(script);
        resource.CopyTo(file);
        return new Told(script);
    }

    private sealed class Told : IDisposable
    {
        private readonly string? _options = Environment.GetEnvironmentVariable(Options);

        public Told(string script)
        {
            Environment.SetEnvironmentVariable(Program, script);
            // Modules are links to jsii's cache. Thousands of resources all stay, so that room for short-lived ones is of no use.
            Environment.SetEnvironmentVariable(Options, $"--preserve-symlinks --max-semi-space-size=4 {_options}".TrimEnd());
        }

        public void Dispose()
        {
            Environment.SetEnvironmentVariable(Program, null);
            Environment.SetEnvironmentVariable(Options, _options);
        }
    }
}
