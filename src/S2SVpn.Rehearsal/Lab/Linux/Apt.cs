using System.ComponentModel;
using System.Diagnostics;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>
/// apt-get with package lists of its own: it reads this machine's sources and what is installed, needs no rights, and changes
/// nothing.
/// </summary>
/// <param name="folder">Where its lists and settings lie.</param>
/// <param name="settings">Further settings of apt, such as <c>Dir::Etc::sourcelist "/…";</c>.</param>
/// <param name="program">apt-get.</param>
internal sealed class Apt(string folder, string settings = "", string program = "apt-get")
{
    // A source that doesn't answer at all; apt itself would wait for hours.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private string Lists => Path.Combine(folder, "lists");

    /// <summary>Whether there are lists, however old.</summary>
    public bool HasLists => Directory.Exists(Lists);

    /// <summary>Refreshes the package lists; keeps the old ones where no source answers.</summary>
    /// <exception cref="LabException">No source gave one.</exception>
    public async Task UpdateAsync(CancellationToken stop = default)
    {
        // Beside the others until it is whole: a list may be half there when the program is killed.
        var fetched = Directory.CreateDirectory(Path.Combine(folder, $"{LabPackages.Unfinished}{Guid.NewGuid():N}")).FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(fetched, "partial"));
            var (_, said) = await RunAsync(["update", "--quiet=2"], fetched, folder, stop);
            // One source of several may be out of order, and be another one than the packages come from.
            if (!Directory.EnumerateFiles(fetched).Any(file => Path.GetFileName(file).Contains("_Packages", StringComparison.Ordinal)))
            {
                throw new LabException($"no package source of this machine could be read: {(said.Length > 0 ? said : "there is none")}");
            }

            if (HasLists)
            {
                Directory.Delete(Lists, recursive: true);
            }

            Directory.Move(fetched, Lists);
        }
        finally
        {
            if (Directory.Exists(fetched))
            {
                Directory.Delete(fetched, recursive: true);
            }
        }
    }

    /// <summary>Downloads the packages, and what they need and this machine lacks, into a folder.</summary>
    /// <exception cref="LabException">It does not know or does not get one of them.</exception>
    public async Task DownloadAsync(IReadOnlyList<string> packages, string into, CancellationToken stop = default)
    {
        // What is installed and incomplete all the same is fetched as well.
        var lines = await SucceedAsync(["install", "--print-uris", "--yes", "--quiet=2", "--no-install-recommends", "--reinstall", "--allow-downgrades", "--allow-change-held-packages", .. packages], into, stop);
        var names = lines.Split('\n')
            .Select(line => line.Split(' '))
            .Where(words => words.Length > 1 && words[1].EndsWith(".deb", StringComparison.Ordinal))
            .Select(words => words[1].Split('_')[0])
            .ToList();
        if (names.Count == 0)
        {
            throw new LabException($"apt-get finds nothing to fetch for {string.Join(", ", packages)}");
        }

        _ = await SucceedAsync(["download", "--quiet=2", .. names], into, stop);
    }

    private async Task<string> SucceedAsync(IEnumerable<string> arguments, string into, CancellationToken stop)
    {
        var (output, error) = await RunAsync(arguments, Lists, into, stop);
        return output ?? throw new LabException(error);
    }

    // Output is null where it failed.
    private async Task<(string? Output, string Error)> RunAsync(IEnumerable<string> arguments, string lists, string into, CancellationToken stop)
    {
        var conf = Path.Combine(into, $"{Guid.NewGuid():N}.conf");
        await File.WriteAllTextAsync(conf, Settings(lists), stop);
        var start = new ProcessStartInfo(program, ["-c", conf, .. arguments]) { WorkingDirectory = into };
        start.Environment["LC_ALL"] = "C";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            var ended = await CapturedProgram.RunAsync(start, patience.Token);
            var said = Words(ended.Error);
            return (ended.ExitCode == 0 ? ended.Output : null, said.Length > 0 ? said : $"apt-get ended with {ended.ExitCode}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, $"no answer in {Patience.TotalMinutes:0} minutes");
        }
        catch (Win32Exception)
        {
            throw new LabException("there is no apt-get on this machine");
        }
        finally
        {
            File.Delete(conf);
        }
    }

    // The machine's own settings come first, with its sources and its proxy. What it does after an update is left out: that would
    // change the machine. apt's own locks are, too: they need root, and this program holds a lock of its own.
    private string Settings(string lists) => $"""
        Dir::State::lists "{lists}";
        Dir::Cache "{folder}";
        Dir::Cache::pkgcache "";
        Dir::Cache::srcpkgcache "";
        Debug::NoLocking "true";
        APT::Sandbox::User "root";
        APT::Color "0";
        Acquire::Retries "1";
        Acquire::http::Timeout "20";
        Acquire::https::Timeout "20";
        Acquire::Languages "none";
        Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
        Acquire::IndexTargets::deb::CNF::DefaultEnabled "false";
        #clear APT::Update::Pre-Invoke;
        #clear APT::Update::Post-Invoke;
        #clear APT::Update::Post-Invoke-Success;
        {settings}

        """;

    // apt's errors, or its warnings where it has no errors; each once, and not too many.
    private static string Words(string error)
    {
        var lines = error.Split('\n').Select(line => line.Trim()).Distinct().ToList();
        List<string> Of(string kind) => lines.Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line[kind.Length..]).ToList();
        var words = Of("E: ") is { Count: > 0 } errors ? errors : Of("W: ") is { Count: > 0 } warnings ? warnings : lines;
        return string.Join(" ", words.Take(2)).Trim();
    }
}
