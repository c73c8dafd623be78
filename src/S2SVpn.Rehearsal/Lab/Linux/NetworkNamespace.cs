using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>
/// A network namespace of the lab. What runs in it is started by a thread that has entered it: a socket or a process stays
/// where it was made.
/// </summary>
internal sealed class NetworkNamespace(string name)
{
    public const string Folder = "/run/netns";

    /// <summary>The lab's outer namespace, which stands for the public Internet.</summary>
    public static NetworkNamespace Internet { get; } = new("");

    public string Name { get; } = name;

    public T Run<T>(Func<T> work)
    {
        if (Name.Length == 0)
        {
            return work();
        }

        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                NativeMethods.EnterNetwork($"{Folder}/{Name}");
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    public Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, bool pipes = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = pipes,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        try
        {
            return Run(() => Process.Start(start)!);
        }
        catch (Win32Exception exception)
        {
            throw new LabException($"{program} can't be run: {exception.Message}");
        }
    }

    /// <summary>Runs a program to its end with a text on its standard input.</summary>
    /// <exception cref="LabException">It failed.</exception>
    public string Feed(string program, IEnumerable<string> arguments, string input)
    {
        using var process = Start(program, arguments, pipes: true);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new LabException($"{Path.GetFileName(program)} failed in the lab's namespace '{Name}': {error.Result.Trim()}");
    }

    /// <summary>Settings of the kernel for this namespace, by their path below /proc/sys.</summary>
    public void Set(params (string Path, string Value)[] settings) => Run(() =>
    {
        foreach (var (path, value) in settings.Where(setting => File.Exists($"/proc/sys/{setting.Path}")))
        {
            File.WriteAllText($"/proc/sys/{path}", value);
        }

        return true;
    });
}
