using System.Diagnostics;
using System.Runtime.InteropServices;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Processes;

namespace S2SVpn.Rehearsal.Lab.Linux;

/// <summary>This machine: whether it can hold a lab, and the programs that it lacks for one.</summary>
internal static class HostMachine
{
    private const string Elsewhere = "Run it on Linux, or in a Linux container with the .NET SDK, Node.js and Terraform that is started with '--privileged'.";

    /// <summary>What keeps this machine from holding a lab; null for nothing.</summary>
    public static string? MissingPrerequisite()
    {
        if (!OperatingSystem.IsLinux())
        {
            return $"The tunnels of a rehearsal run in Linux's network namespaces, and this is {RuntimeInformation.OSDescription.Trim()}. {Elsewhere}";
        }

        if (!CanOpen("/dev/net/tun"))
        {
            return "There is no /dev/net/tun that this user can open, and each tunnel has its device there. Become root, or give the container '--device /dev/net/tun'.";
        }

        var user = NativeMethods.IsRoot ? (string[])[] : ["--user", "--map-root-user"];
        var (code, error) = Run("unshare", [.. user, "--net", "--mount", "--pid", "--fork", "--mount-proc", "true"]);
        return code == 0 ? null : NativeMethods.IsRoot
            ? $"This machine cannot create namespaces ({error.Trim()}). A container needs '--privileged', or the capabilities SYS_ADMIN and NET_ADMIN and the device /dev/net/tun."
            : $"This user may not create namespaces ({error.Trim()}). Become root (sudo), or allow it: sysctl kernel.unprivileged_userns_clone=1, and on Ubuntu kernel.apparmor_restrict_unprivileged_userns=0.";
    }

    /// <summary>Fetches what is missing. Gives the folder to lay over the root, or null where everything is installed.</summary>
    /// <param name="tell">Told of what takes time.</param>
    /// <param name="wireguard">Whether a tunnel is WireGuard's.</param>
    /// <param name="pair">Whether machines of a pair look after each other.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">This machine cannot run a lab.</exception>
    public static async Task<string?> PrepareAsync(Action<string> tell, bool wireguard = false, bool pair = false, CancellationToken stop = default)
    {
        if (MissingPrerequisite() is { } lack)
        {
            throw new LabException(lack);
        }

        if (LabPrograms.MissingPackages(wireguard, pair) is not { Count: > 0 } missing)
        {
            return null;
        }

        var fetched = await LabPackages.OfThisUser().FetchAsync(missing, tell, stop);
        return LabPrograms.MissingPackages(wireguard, pair, fetched) is { Count: > 0 } still
            ? throw new LabException($"In {fetched} is not all of {string.Join(", ", still)}. Remove that folder and try again, or install the packages.")
            : fetched;
    }

    internal static (int Code, string Error) Run(string program, IEnumerable<string> arguments)
    {
        var ended = CapturedProgram.TryAsync(new ProcessStartInfo(program, arguments), CancellationToken.None).GetAwaiter().GetResult();
        return (ended.ExitCode, ended.Error);
    }

    internal static bool CanOpen(string device)
    {
        try
        {
            // Shared: .NET locks a file that is not, and another rehearsal would find it locked.
            using var file = File.Open(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
