using System.Diagnostics;
using System.Runtime.InteropServices;

namespace S2SVpn.Rehearsal.Lab.Drive;

/// <summary>
/// Debian packages in the user's cache. They are unpacked and never installed: no daemon of theirs starts, and nothing of
/// this machine changes.
/// </summary>
internal static class LabPackages
{
    private static readonly string[] OldPlaces = ["bin", "sbin", "lib"];

    /// <summary>The folder that holds the packages and what they need beyond what is installed.</summary>
    /// <exception cref="LabException">They can't be fetched.</exception>
    public static async Task<string> FetchAsync(IReadOnlyList<string> missing, Action<string> tell)
    {
        // Another release of the system has other libraries.
        var root = Path.Combine(Cache(), $"{Release()}_{string.Join('_', missing.Order(StringComparer.Ordinal))}");
        if (Directory.Exists(root))
        {
            return root;
        }

        var ask = $"On Debian and Ubuntu run 'apt-get update' and try again, or install them: {string.Join(' ', missing)}.";
        tell($"fetching, once, into {root}: {string.Join(", ", missing)}");
        var work = Directory.CreateDirectory($"{root}.{Environment.ProcessId}").FullName;
        try
        {
            var names = await NeededAsync(missing, ask);
            await RunAsync("apt-get", ["download", .. names], work, ask);
            foreach (var file in Directory.GetFiles(work, "*.deb"))
            {
                await RunAsync("dpkg-deb", ["-x", file, work], work, ask);
                File.Delete(file);
            }

            // Debian's old places are links into /usr, and the lab lays its folders over /usr only.
            foreach (var old in OldPlaces.Where(old => Directory.Exists(Path.Combine(work, old))))
            {
                Merge(Path.Combine(work, old), Directory.CreateDirectory(Path.Combine(work, "usr", old)).FullName);
            }

            Directory.Move(work, root);
            return root;
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    // What 'apt-get install' would fetch: the packages, and what they need and this machine lacks.
    private static async Task<IReadOnlyList<string>> NeededAsync(IReadOnlyList<string> missing, string ask)
    {
        var lines = await RunAsync("apt-get", ["install", "--print-uris", "--yes", "-qq", "--no-install-recommends", "-o", "Debug::NoLocking=1", .. missing], Environment.CurrentDirectory, ask);
        var names = lines.Split('\n')
            .Select(line => line.Split(' '))
            .Where(words => words.Length > 1 && words[1].EndsWith(".deb", StringComparison.Ordinal))
            .Select(words => words[1].Split('_')[0])
            .ToList();
        return names.Count > 0 ? names : throw new LabException($"'apt-get' knows no packages for {string.Join(", ", missing)}. {ask}");
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, string ask)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? await output
                : throw new LabException($"The rehearsal's programs are missing, and '{program}' could not fetch them: {(await error).Trim().Split('\n')[^1]} {ask}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LabException($"The rehearsal's programs are missing, and there is no '{program}' here to fetch them with. {ask}");
        }
    }

    private static void Merge(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target, overwrite: true);
        }
    }

    // Such as debian-12-x64.
    private static string Release()
    {
        var facts = File.Exists("/etc/os-release") ? File.ReadAllLines("/etc/os-release") : [];
        string Fact(string name) => facts.FirstOrDefault(line => line.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..].Trim('"') ?? "linux";
        return $"{Fact("ID")}-{Fact("VERSION_ID")}-{RuntimeInformation.OSArchitecture}".ToLowerInvariant();
    }

    private static string Cache()
    {
        var given = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var home = given is { Length: > 0 } ? given : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Directory.CreateDirectory(Path.Combine(home, "s2svpn", "rehearsal")).FullName;
    }
}
