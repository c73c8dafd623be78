using System.Runtime.InteropServices;
using S2SVpn.Rehearsal.Lab.Report;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>
/// Debian packages in the user's cache, with package lists of their own. They are unpacked and never installed: no daemon of
/// theirs starts, and nothing of this machine changes.
/// </summary>
/// <param name="cache">The folder of all that is fetched for this system.</param>
/// <param name="apt">What fetches it.</param>
internal sealed class LabPackages(string cache, Apt apt)
{
    /// <summary>The prefix of folders that are not complete yet.</summary>
    public const string Unfinished = "unfinished-";

    // The error of a file that another process has locked (EWOULDBLOCK).
    private const int Locked = 11;

    private const int Moment = 50;

    // More than apt-get itself may take.
    private const int LongestWait = 30 * 60 * 1000 / Moment;

    private static readonly string[] OldPlaces = ["bin", "sbin", "lib"];

    /// <summary>Those of the user who runs this.</summary>
    /// <exception cref="LabException">There is no folder for them.</exception>
    public static LabPackages OfThisUser()
    {
        var given = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var home = given is { Length: > 0 } ? given : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        // Another release of the system has other libraries.
        var folder = Path.Combine(home, "s2svpn", "rehearsal", Release());
        return new LabPackages(folder, new Apt(folder));
    }

    /// <summary>The folder that holds the packages and what they need beyond what is installed.</summary>
    /// <exception cref="LabException">They can't be fetched.</exception>
    public async Task<string> FetchAsync(IReadOnlyList<string> missing, Action<string> tell, CancellationToken stop = default)
    {
        var root = Path.Combine(cache, string.Join('_', missing.Order(StringComparer.Ordinal)));
        try
        {
            Directory.CreateDirectory(cache);
            using var held = await HoldAsync(tell);
            if (!Directory.Exists(root))
            {
                Clear();
                tell($"fetching, once, into {root}: {string.Join(", ", missing)}");
                await FetchAsync(missing, root, stop);
            }

            return root;
        }
        catch (LabException exception)
        {
            throw new LabException(
                $"A rehearsal needs {string.Join(", ", missing)}, which {(missing.Count == 1 ? "is" : "are")} not installed, and could not be fetched: {exception.Message.Trim().TrimEnd('.')}. "
                + $"Install them, on Debian and Ubuntu by 'apt-get install {string.Join(' ', missing)}', or run the rehearsal in a container of Debian or Ubuntu that reaches its package sources.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LabException(
                $"A rehearsal fetches {string.Join(", ", missing)} into {cache}, which this user can't write: {exception.Message} Set XDG_CACHE_HOME to another folder, or install the packages.");
        }
    }

    private async Task FetchAsync(IReadOnlyList<string> missing, string root, CancellationToken stop)
    {
        var isNew = !apt.HasLists;
        if (isNew)
        {
            await apt.UpdateAsync(stop);
        }

        try
        {
            await UnpackAsync(missing, root, stop);
        }
        catch (LabException) when (!isNew)
        {
            // A list that is some weeks old doesn't know a package, or knows one that its source no longer has.
            await apt.UpdateAsync(stop);
            await UnpackAsync(missing, root, stop);
        }
    }

    private async Task UnpackAsync(IReadOnlyList<string> missing, string root, CancellationToken stop)
    {
        var work = Directory.CreateDirectory(Path.Combine(cache, $"{Unfinished}{Guid.NewGuid():N}")).FullName;
        try
        {
            await apt.DownloadAsync(missing, work, stop);
            foreach (var file in Directory.GetFiles(work, "*.deb"))
            {
                var (code, error) = HostMachine.Run("dpkg-deb", ["-x", file, work]);
                if (code != 0)
                {
                    throw new LabException($"'dpkg-deb' can't unpack {Path.GetFileName(file)}: {error.Trim()}");
                }

                File.Delete(file);
            }

            // Debian's old places are links into /usr, and the lab lays its folders over /usr only.
            foreach (var old in OldPlaces.Where(old => Directory.Exists(Path.Combine(work, old))))
            {
                Merge(Path.Combine(work, old), Directory.CreateDirectory(Path.Combine(work, "usr", old)).FullName);
            }

            Directory.Move(work, root);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    // One at a time fetches. The kernel lets the lock go when its holder ends, however it ends.
    private async Task<FileStream> HoldAsync(Action<string> tell)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return new FileStream(Path.Combine(cache, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult == Locked)
            {
                if (waits == 20)
                {
                    tell("waiting for another rehearsal that fetches packages");
                }

                if (waits == LongestWait)
                {
                    throw new LabException($"Another rehearsal holds {Path.Combine(cache, "lock")} for half an hour. Wait for it, or end it.");
                }

                await Task.Delay(Moment);
            }
        }
    }

    // What was being fetched when a program was killed. No other process uses it: the lock is held.
    private void Clear()
    {
        foreach (var left in Directory.GetDirectories(cache, $"{Unfinished}*"))
        {
            Directory.Delete(left, recursive: true);
        }

        foreach (var left in Directory.GetFiles(cache, "*.conf"))
        {
            File.Delete(left);
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
}
