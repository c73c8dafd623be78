using System.Diagnostics;
using S2SVpn.Rehearsal.Files;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>
/// The AWS provider that this machine has, served to Terraform like a provider under a debugger: so its version need not
/// be one that the configuration asks for. All that it asks of AWS goes to <see cref="AwsStub"/>, with made up credentials.
/// </summary>
internal sealed class RealAws : IAsyncDisposable
{
    private const string Announcement = "TF_REATTACH_PROVIDERS='";

    private readonly Process _provider;
    private readonly AwsStub _aws;
    private readonly ScratchFolder _folder;

    private RealAws(Process provider, AwsStub aws, ScratchFolder folder, string version)
    {
        _provider = provider;
        _aws = aws;
        _folder = folder;
        Version = version;
    }

    public string Version { get; }

    /// <inheritdoc cref="AwsStub.Attachments"/>
    public IReadOnlyDictionary<(string Connection, string Gateway), string> Attachments
    {
        set => _aws.Attachments = value;
    }

    /// <summary>How Terraform finds it.</summary>
    public string Reattach { get; private set; } = "{}";

    public static async Task<RealAws> StartAsync(CancellationToken stop = default)
    {
        var installed = InstalledProvider.Find()
            ?? throw new OfflineException("This machine has no hashicorp/aws provider where Terraform looks for one, such as in TF_PLUGIN_CACHE_DIR.");
        var aws = await AwsStub.StartAsync();
        var folder = Scratch.Create();
        var start = new ProcessStartInfo(installed.Program, ["-debug"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment(aws.Address, folder.Path))
        {
            start.Environment[name] = value;
        }

        var real = new RealAws(Process.Start(start)!, aws, folder, installed.Version);
        try
        {
            await real.ReadAnnouncementAsync(stop);
            return real;
        }
        catch
        {
            await real.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_provider.HasExited)
        {
            _provider.Kill(entireProcessTree: true);
            await _provider.WaitForExitAsync();
        }

        _provider.Dispose();
        await _aws.DisposeAsync();
        _folder.Dispose();
    }

    // The person's own credentials and profiles are no business of a rehearsal.
    private static Dictionary<string, string?> Environment(string endpoint, string folder) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint,
        ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "false",
        ["AWS_ACCESS_KEY_ID"] = "offline",
        ["AWS_SECRET_ACCESS_KEY"] = "offline",
        ["AWS_SESSION_TOKEN"] = null,
        // Certificates of a proxy that is not used here; a provider that is configured twice fails on them.
        ["AWS_CA_BUNDLE"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_CONFIG_FILE"] = Path.Combine(folder, "config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "credentials"),
        // Where the provider puts its socket.
        ["TMPDIR"] = folder,
        ["CHECKPOINT_DISABLE"] = "1",
    };

    private async Task ReadAnnouncementAsync(CancellationToken stop)
    {
        while (await _provider.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            var begin = line.IndexOf(Announcement, StringComparison.Ordinal);
            if (begin >= 0)
            {
                Reattach = line[(begin + Announcement.Length)..].TrimEnd('\'');
                // Its later output is not needed, but has to be read.
                _ = _provider.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = _provider.StandardError.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new OfflineException($"The AWS provider {Version} of this machine does not start.");
    }
}
