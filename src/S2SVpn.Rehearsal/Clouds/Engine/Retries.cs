using S2SVpn.Rehearsal.Clouds.Model;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>
/// Tries again what a cloud refuses for now, as the providers do, until something else has cleared the way. A provider gives up
/// after minutes; here that is when Terraform has asked for nothing else for a while, for then nothing can change any more.
/// </summary>
internal sealed class Retries(TimeSpan patience)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private int _ended;
    private int _working;

    /// <summary>Counts one call of Terraform's until it is disposed.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _working);
        return new Call(this);
    }

    public async Task<T> DoAsync<T>(Func<T> attempt, CancellationToken stopped)
    {
        while (true)
        {
            var ended = Volatile.Read(ref _ended);
            try
            {
                return attempt();
            }
            catch (CloudRefusedException refused) when (refused.IsRetried)
            {
                if (!await SomethingEndsAsync(ended, stopped))
                {
                    throw;
                }
            }
        }
    }

    // A waiting call does not count as working: calls that wait for each other give up together.
    private async Task<bool> SomethingEndsAsync(int ended, CancellationToken stopped)
    {
        Interlocked.Decrement(ref _working);
        try
        {
            // Looks are counted and not time: where the machine is busy, Terraform too needs longer for the next call.
            for (var looks = TimeSpan.Zero; !stopped.IsCancellationRequested; looks += Pause)
            {
                if (Volatile.Read(ref _ended) != ended)
                {
                    return true;
                }

                if (Volatile.Read(ref _working) > 0)
                {
                    looks = TimeSpan.Zero;
                }
                else if (looks >= patience)
                {
                    return false;
                }

                await Task.Delay(Pause, CancellationToken.None);
            }

            return false;
        }
        finally
        {
            Interlocked.Increment(ref _working);
        }
    }

    private void End()
    {
        Interlocked.Decrement(ref _working);
        Interlocked.Increment(ref _ended);
    }

    private sealed class Call(Retries retries) : IDisposable
    {
        public void Dispose() => retries.End();
    }
}
