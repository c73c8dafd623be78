namespace S2SVpn.App;

/// <summary>The Node.js that CDKTF runs in.</summary>
public static class NodeRuntime
{
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
    /// Whether there is one. It is looked for before CDKTF starts it: when that fails, jsii ends the process with an error of
    /// its own.
    /// </summary>
    public static bool IsThere =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));
}
