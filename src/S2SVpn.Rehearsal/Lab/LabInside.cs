using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using S2SVpn.Design.Network;
using S2SVpn.Rehearsal.Lab.Checks;
using S2SVpn.Rehearsal.Lab.Daemons;
using S2SVpn.Rehearsal.Lab.Drills;
using S2SVpn.Rehearsal.Lab.Layout;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Measurement;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.Runtime;
using S2SVpn.Rehearsal.Lab.State;

namespace S2SVpn.Rehearsal.Lab;

/// <summary>
/// The part of the program that runs inside the lab's namespaces, as their first process: when it ends, the kernel ends all
/// that runs in them, and nothing of them is left.
/// </summary>
public static class LabInside
{
    /// <summary>How the program is called for it: a word that no command of it has.</summary>
    public const string Argument = "--inside-the-lab";

    /// <summary>What swanctl reads in the shell of a kept lab: else it complains of every plugin that is not installed.</summary>
    internal const string ShellSettings = LabPrograms.SwanctlSettings;

    private const string ProcessFile = "/run/charon.pid";

    public static int Run()
    {
        try
        {
            var job = JsonSerializer.Deserialize<LabJob>(Console.In.ReadLine() ?? "null");
            if (job is null)
            {
                Console.Error.WriteLine("This is a part of 'rehearse', which starts it itself.");
                return 1;
            }

            using var host = new BlockingCollection<string>();
            Listen(host);
            RaiseThreadPoolMinimum();
            MountFilesystems(job);
            Rehearse(job, host);
            return 0;
        }
        catch (LabException exception)
        {
            Report(new LabEvent { Failure = exception.Message });
            return 1;
        }
        catch (AggregateException exception) when (exception.Flatten().InnerException is LabException first)
        {
            Report(new LabEvent { Failure = first.Message });
            return 1;
        }
    }

    // The other side has gone when its end of the pipe is closed, however it went.
    private static void Listen(BlockingCollection<string> host) => new Thread(() =>
    {
        while (Console.In.ReadLine() is { } line)
        {
            host.Add(line);
        }

        Environment.Exit(1);
    })
    { IsBackground = true }.Start();

    // Many probes wait at once, and what they wait for needs a thread too.
    private static void RaiseThreadPoolMinimum() => ThreadPool.SetMinThreads(128, 128);

    private static void MountFilesystems(LabJob job)
    {
        if (job.Fetched is not null)
        {
            NativeMethods.Mount("overlay", "/usr", "overlay", $"lowerdir={Escaped(job.Fetched)}/usr:/usr");
        }

        // Not world-writable: otherwise the kernel refuses to open another user's file there for writing, such as /dev/null.
        NativeMethods.Mount("tmpfs", "/run", "tmpfs", "mode=755");
        Directory.CreateDirectory(NetworkNamespace.Folder);
        Directory.CreateDirectory(LabPrograms.Folder);
        File.WriteAllText(ShellSettings, "swanctl {\n  load = random openssl\n}\n");
        // Every charon writes its number into this file, and refuses to start where another's is in it.
        File.WriteAllText(ProcessFile, "");
        NativeMethods.Bind("/dev/null", ProcessFile);
    }

    // What parts the folders of an overlay, and its options.
    private static string Escaped(string folder) => folder.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(":", @"\:", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);

    private static void Rehearse(LabJob job, BlockingCollection<string> host)
    {
        var layout = LabLayout.From(TerraformState.Read(job.States).With(job.Design.Existing), job.Design.SecurityGroups).WithEdges(job.Design.Flows.SelectMany(flow => new[] { (flow.FromCloud, Cidr.Parse(flow.From)), (flow.ToCloud, Cidr.Parse(flow.To)) }));
        Report(new LabEvent { Begins = $"lab: {layout.Gateways.Count} gateways, {layout.Ends.Count} ends of tunnels, {layout.Machines.Count} machines" });
        var watch = Stopwatch.StartNew();
        using var lab = RunningLab.Start(layout, LabPrograms.Locate(), job.Options.RealTimers ? LabTimers.Clouds : LabTimers.Short(layout.Ends.Count));
        var context = new CheckContext(lab, job.Design, TunnelPair.Of(job.Design, layout));
        LabChecks.WaitUntilSettled(context, job.Options.PatienceSeconds);
        var bringUp = watch.Elapsed.TotalSeconds;

        var checks = job.Helps ? [] : Check(context, job.Options);
        // Only a tunnel that is up can be lost.
        if (job.Options.WantsDrills && checks.All(check => check.Passed))
        {
            RunDrills(context, job.Helps, host);
        }

        if (job.Options.Keep && !job.Helps)
        {
            Report(new LabEvent { Kept = LabGuide.Of(layout) });
            host.Take();
        }

        Report(new LabEvent { Report = new LabReport { Checks = checks, Drills = [], BringUpSeconds = Math.Round(bringUp, 2), Notes = [.. job.Design.Notes, .. job.Helps ? [] : NotLookedAt.In(context, checks, job.Options.Wants, job.Options.WantsDrills)] } });
    }

    private static List<LabCheck> Check(CheckContext context, LabOptions options)
    {
        var checks = new List<LabCheck>();
        foreach (var (group, make) in LabChecks.All.Where(each => options.Wants(each.Group)))
        {
            Make(group, make);
        }

        // The drills are measured with flows; while other checks fail they add nothing.
        if ((options.Wants("flows") || options.WantsDrills) && checks.All(check => check.Passed))
        {
            Make("flows", FlowChecks.Make);
        }

        return checks;

        void Make(string group, Func<CheckContext, IEnumerable<LabCheck>> make)
        {
            Report(new LabEvent { Begins = group });
            foreach (var check in make(context))
            {
                checks.Add(check);
                Report(new LabEvent { Check = check });
            }
        }
    }

    // The host gives each lab the number of the next when it is ready, and no number in the end.
    private static void RunDrills(CheckContext context, bool helps, BlockingCollection<string> host)
    {
        if (!helps)
        {
            Report(new LabEvent { Begins = "drills" });
        }

        using var runner = new DrillRunner(context);
        if (!helps)
        {
            Report(new LabEvent { Drills = new DrillsAhead(runner.LongestFirst, context.Lab.Layout.Ends.Count, context.Lab.Layout.Gateways.Sum(gateway => gateway.Appliance.Count)) });
        }

        while (true)
        {
            Report(new LabEvent { Ready = true });
            if (!int.TryParse(host.Take(), CultureInfo.InvariantCulture, out var number))
            {
                return;
            }

            Report(new LabEvent { Drill = runner.Run(number) });
        }
    }

    private static void Report(LabEvent @event)
    {
        Console.Out.WriteLine(@event.Write());
        Console.Out.Flush();
    }
}
