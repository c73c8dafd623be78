using System.Text;
namespace S2SVpn.App.Tests.Changes;

public sealed class ExploreTests
{
    [Fact]
    public async Task Explore()
    {
        var only = Environment.GetEnvironmentVariable("ONLY");
        var log = new StringBuilder();
        var gate = new object();
        await Parallel.ForEachAsync(ChangeTable.All.Where(c => only is null || c.Name.Contains(only)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (change, _) =>
        {
            var text = await TryAsync(change);
            lock (gate) { File.AppendAllText("/tmp/explore.log", $"{change.Name}: {text}\n"); }
        });
    }

    private static async Task<string> TryAsync(ChangeCase change)
    {
        try
        {
            await using var bench = await ChangeBench.StartAsync();
            await bench.WriteAsync(change.Before);
            await bench.SucceedAsync("init");
            var a = await bench.RunAsync("apply", "-auto-approve");
            if (a.ExitCode != 0) return "FIRST " + Short(a);
            await bench.WriteAsync(change.After);
            await bench.SucceedAsync("init");
            var p = await bench.RunAsync("plan", "-out=p");
            if (p.ExitCode != 0) return "PLAN " + Short(p);
            a = await bench.RunAsync("apply", "p");
            var summary = string.Join(" ", a.Output.Split('\n').Where(l => l.StartsWith("Apply complete")));
            if (a.ExitCode != 0) return "APPLY " + Short(a);
            var again = await bench.RunAsync("plan", "-detailed-exitcode");
            if (again.ExitCode != 0) return "AGAIN " + again.Output;
            await bench.WriteAsync(change.After.With("terraform: { protect: false }"));
            if (change.After.Contains("protect: true")) await bench.RunAsync("apply", "-auto-approve");
            var d = await bench.RunAsync("destroy", "-auto-approve");
            if (d.ExitCode != 0) return "DESTROY " + Short(d);
            return "ok " + summary + (bench.Clouds.Store.Objects.Count == 0 ? "" : " LEFT " + string.Join(",", bench.Clouds.Store.Objects.Select(o => o.Type)));
        }
        catch (Exception e) { return "EXCEPTION " + e.Message; }
    }

    private static string Short(S2SVpn.Tests.Support.Command c) => string.Join(" | ", c.Error.Split('\n').Select(l => l.Trim('│','╷','╵',' ')).Where(l => l.StartsWith("Error") || l.StartsWith("with ") || l.Contains("api error")|| l.Length > 0).Take(30));
}
