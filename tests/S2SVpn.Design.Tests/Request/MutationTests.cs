using System.Globalization;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Tests.Request;

/// <summary>Whatever a file holds, reading it ends, in a request or in findings.</summary>
public sealed class MutationTests
{
    private const int Files = 10_000;
    private const long MostMemory = 200_000_000;

    /// <summary>Far more than one file takes on the slowest machine: past it, reading hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private int _done;

    [Fact]
    public async Task Read_MutatedRequests_GivesARequestOrFindings()
    {
        var codes = new HashSet<string>();
        var work = Task.Run(() => ReadAll(codes), TestContext.Current.CancellationToken);
        for (var seen = -1; !work.IsCompleted;)
        {
            Assert.True(seen != Volatile.Read(ref _done), $"Reading hangs. {Replay(_done)}");
            seen = Volatile.Read(ref _done);
            await Task.WhenAny(work, Task.Delay(Hang, TestContext.Current.CancellationToken));
        }

        await work;
        // MismatchPhrase the mutations don't go deep enough to prove anything.
        Assert.True(codes.Count >= 12 && codes.Contains(""), $"Only {string.Join(", ", codes)} came up. {Replay(0)}");
    }

    private void ReadAll(HashSet<string> codes)
    {
        for (; _done < Files; Interlocked.Increment(ref _done))
        {
            try
            {
                codes.UnionWith(ReadOne(new Mutations(new Random(SeedOf(_done))).Make()));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"{Replay(_done)} {error.Message}", error);
            }
        }
    }

    /// <summary>The codes that come up; an empty one for a request.</summary>
    private static IEnumerable<string> ReadOne(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = RequestFile.Read(new MemoryStream(bytes), "s2svpn.yaml", Requests.Env);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);

        Assert.Equal(result.Document is null, result.Findings.Count > 0);
        if (result.Document is { } document)
        {
            Assert.Equal(document.Request, Requests.Good(RequestWriter.Write(document.Request)).Request);
            return [""];
        }

        Assert.All(result.Findings, finding => Assert.True(finding is { Message.Length: > 0 and < 1000, Fix.Length: > 0, Place.Span: { Line: > 0, Column: > 0, Length: > 0 } }));
        return result.Findings.Select(finding => finding.Code);
    }

    // Each file has a seed of its own, so that a failed one can be replayed as the first.
    private static int SeedOf(int file) => unchecked(Seed.Value + file);

    private static string Replay(int file) => string.Create(CultureInfo.InvariantCulture, $"File {file}. {Seed.Replay(SeedOf(file))}");
}
