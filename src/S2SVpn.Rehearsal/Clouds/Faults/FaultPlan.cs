using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Faults;

/// <summary>What goes wrong on purpose, to see how Terraform copes.</summary>
public sealed class FaultPlan(params IReadOnlyList<InjectedFault> faults)
{
    private readonly Dictionary<InjectedFault, int> _failed = faults.Distinct().ToDictionary(fault => fault, _ => 0);

    public static FaultPlan None => new();

    /// <summary>Whether nothing of it happens for now.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Reads faults as people write them, one a comma: <c>azurerm_subnet create fails 2, aws_vpc delete takes 5s</c>.</summary>
    /// <exception cref="FormatException">One of them is not valid.</exception>
    public static FaultPlan Parse(string text) =>
        new([.. text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(InjectedFault.Parse)]);

    /// <summary>The resource types that it names.</summary>
    public IEnumerable<string> Types => _failed.Keys.Select(fault => fault.Type).Where(type => type != InjectedFault.All).Distinct();

    /// <summary>Waits as long as the operation is to take, and fails where it is to fail.</summary>
    internal async Task InjectAsync(Operation operation, string type, Attributes values, CancellationToken stopped)
    {
        foreach (var fault in IsPaused ? [] : _failed.Keys.Where(fault => fault.Concerns(operation, type, values.Text("name"))))
        {
            if (fault.Takes is { } time)
            {
                await WaitAsync(time, Timeout(operation, values), stopped);
            }
            else if (IsNext(fault, out var count))
            {
                throw new CloudRefusedException("SimulatedFault", $"This {Word(operation)} fails on purpose ({count} of {fault.Fails}).");
            }
        }
    }

    private bool IsNext(InjectedFault fault, out int count)
    {
        lock (_failed)
        {
            count = Math.Min(_failed[fault] + 1, fault.Fails + 1);
            _failed[fault] = count;
            return count <= fault.Fails;
        }
    }

    // What ends goes on after Ctrl-C, as a request does that a cloud has begun with. What never ends is given up then.
    private static async Task WaitAsync(TimeSpan time, TimeSpan? timeout, CancellationToken stopped)
    {
        var ends = time != System.Threading.Timeout.InfiniteTimeSpan;
        if (ends && (timeout is null || time <= timeout))
        {
            await Task.Delay(time, CancellationToken.None);
            return;
        }

        try
        {
            await Task.Delay(timeout ?? time, ends ? CancellationToken.None : stopped);
        }
        catch (OperationCanceledException)
        {
            throw new CloudRefusedException("Canceled", "context canceled: Terraform was asked to stop.");
        }

        throw new CloudRefusedException("Timeout", $"context deadline exceeded: not done within {timeout}.");
    }

    private static TimeSpan? Timeout(Operation operation, Attributes values) =>
        values["timeouts"] is Attributes timeouts && timeouts.Text(Word(operation)) is { } text ? InjectedFault.ParseTime(text) : null;

    private static string Word(Operation operation) => operation.ToString().ToLowerInvariant();
}
