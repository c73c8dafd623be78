#nullable enable

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Makes the slim packages when they are not there. MSBuild compiles this file itself, and only when it is needed. It is a
/// task and not an Exec for three things: a lock that ends with its process, progress that is seen in 'dotnet run' (which
/// hides what the build says), and one clear error in place of an exit code.
/// </summary>
public sealed class PrepareBindings : Task
{
    private const int OldestNode = 20;

    [Required] public string Folder { get; set; } = "";
    [Required] public string Flavour { get; set; } = "";
    [Required] public string Name { get; set; } = "";
    [Required] public string Key { get; set; } = "";
    [Required] public string Suffix { get; set; } = "";

    private string Packages => Path.Combine(Folder, "packages", Key);

    public override bool Execute()
    {
        try
        {
            using (TakeTurn())
            {
                return Directory.Exists(Packages) || (NodeIsThere() && Build());
            }
        }
        catch (Exception exception) when (exception is IOException || exception is UnauthorizedAccessException)
        {
            return Fail($"The folder {Folder} can't be written: {exception.Message} Free space or allow it, and run the command again.");
        }
    }

    // Another build may be making the same packages: wait for it. The operating system ends the lock with the process.
    private FileStream TakeTurn()
    {
        var work = Path.Combine(Folder, ".work");
        Directory.CreateDirectory(work);
        for (var waited = 0; ; waited++)
        {
            try
            {
                return new FileStream(Path.Combine(work, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsLocked(exception))
            {
                if (waited == 0)
                {
                    Say("Another build is making the C# packages; waiting for it.");
                }

                Thread.Sleep(200);
            }
        }
    }

    // Windows: a sharing or lock violation. Elsewhere: EWOULDBLOCK, 11 on Linux and 35 on macOS.
    private static bool IsLocked(IOException exception)
    {
        var code = exception.HResult & 0xFFFF;
        return code == 32 || code == 33 || exception.HResult == 11 || exception.HResult == 35;
    }

    private bool NodeIsThere()
    {
        var version = "";
        var exit = Run("--version", line => version = line);
        if (exit == null)
        {
            return Fail($"Node.js was not found, and the C# packages are made with it. Install Node.js 22 or later ({OldestNode} works) from nodejs.org and run the command again.");
        }

        var major = Regex.Match(version, @"^v(\d+)\.");
        return (major.Success && int.Parse(major.Groups[1].Value) >= OldestNode)
            || Fail($"Node.js {version} is too old for the C# packages. Install Node.js 22 or later ({OldestNode} works) from nodejs.org and run the command again.");
    }

    private bool Build()
    {
        Say($"Making the C# packages of {Name} and its providers from their npm modules (once, about a minute):");
        var clock = Stopwatch.StartNew();
        string? problem = null;
        var arguments = $"\"{Path.Combine(Folder, "build.mjs")}\" \"--flavour={Flavour}\" --suffix={Suffix} \"--out={Packages}\" \"--work={Path.Combine(Folder, ".work", Key)}\"";
        var exit = Run(arguments, line =>
        {
            if (line.StartsWith("problem: ", StringComparison.Ordinal))
            {
                problem = line.Substring("problem: ".Length);
            }
            else
            {
                Say($"  {line}");
            }
        });
        if (exit != 0 || !Directory.Exists(Packages))
        {
            return Fail(problem ?? $"Making the C# packages ended early (exit code {exit}). Run the command again.");
        }

        Say($"  done in {clock.Elapsed.TotalSeconds:0} s");
        return true;
    }

    /// <returns>The exit code, or null where there is no Node.js.</returns>
    private int? Run(string arguments, Action<string> onLine)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = new Process { StartInfo = start };
        var gate = new object();
        void Pass(object sender, DataReceivedEventArgs received)
        {
            lock (gate)
            {
                if (!string.IsNullOrWhiteSpace(received.Data))
                {
                    onLine(received.Data.TrimEnd());
                }
            }
        }

        process.OutputDataReceived += Pass;
        process.ErrorDataReceived += Pass;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Say(string text)
    {
        var isHeard = Log.LogsMessagesOfImportance(MessageImportance.High);
        if (isHeard && Console.IsErrorRedirected)
        {
            Log.LogMessage(MessageImportance.High, text);
            return;
        }

        Log.LogMessage(MessageImportance.Low, text);
        // The terminal logger draws its two moving lines over what stands above the cursor.
        Console.Error.WriteLine(isHeard ? $"\r{text}\n\n" : text);
    }

    private bool Fail(string text)
    {
        Log.LogError(null, "S2SVPN001", null, null, 0, 0, 0, 0, text);
        return false;
    }
}
