using System.Text.Json.Nodes;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Storage;

namespace S2SVpn.Rehearsal.Offline;

/// <summary>Runs a command, such as <c>terraform apply</c>, <c>npx cdktf deploy</c> or a shell, against simulated clouds.</summary>
public static class OfflineRun
{
    /// <summary>What people have to know before they read what a command prints.</summary>
    public const string Notice =
        "Simulated clouds: nothing real is touched. Every id, address and key below is made up; keep this state apart from that of real clouds.";

    private const string Reattach = "TF_REATTACH_PROVIDERS";

    /// <summary>The command's exit code, or 1 where it could not be run at all.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="messages">Where to write what there is to say; the command itself writes to the console.</param>
    /// <param name="stop">Ends what comes before the command. The command itself gets the signals of the terminal, and decides when it ends.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<int> RunAsync(OfflineOptions options, TextWriter messages, CancellationToken stop = default)
    {
        try
        {
            return await StartAsync(options, messages, stop);
        }
        catch (Exception exception) when (exception is OfflineException or IOException or FormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            await messages.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> StartAsync(OfflineOptions options, TextWriter messages, CancellationToken stop)
    {
        var faults = options.Faults is null ? FaultPlan.None : FaultPlan.Parse(options.Faults);
        var program = Programs.Find(options.Command[0])
            ?? throw new OfflineException($"There is no program '{options.Command[0]}' in PATH.");
        using var file = options.Store is null ? null : StoreFile.Open(options.Store);
        await using var real = options.RealAws ? await RealAws.StartAsync(stop) : null;
        await using var clouds = await SimulatedClouds.StartAsync(new CloudOptions
        {
            Store = file?.Store ?? new CloudStore(adopts: true),
            Faults = faults,
            Real = real is null ? [] : ["aws"],
        });

        await messages.WriteLineAsync(Notice);
        if (real is not null)
        {
            await messages.WriteLineAsync(
                $"The AWS provider {real.Version} of this machine is used, without a network: init, validate and plan work with it, apply does not.");
        }

        if (MissingVariables.Of(options.Command) is { } missing)
        {
            await messages.WriteLineAsync(missing);
        }

        await messages.FlushAsync(stop);
        stop.ThrowIfCancellationRequested();
        var environment = new Dictionary<string, string>(clouds.Environment);
        environment[Reattach] = Merge(environment[Reattach], real?.Reattach);
        return await ChildProcess.RunAsync(program, options.Command.Skip(1), environment);
    }

    internal static string Merge(string simulated, string? real)
    {
        var providers = JsonNode.Parse(simulated)!.AsObject();
        foreach (var (address, entry) in real is null ? [] : JsonNode.Parse(real)!.AsObject())
        {
            providers[address] = entry?.DeepClone();
        }

        return providers.ToJsonString();
    }
}
