using System.ComponentModel;

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

    /// <summary>What to do about an error of CDKTF's start; null where it is something else.</summary>
    public static string? Explain(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is Win32Exception)
            {
                return "Node.js was not found, and CDKTF runs in it. Install Node.js 22 or later (20 works) from nodejs.org and run the command again.";
            }
        }

        return null;
    }
}
