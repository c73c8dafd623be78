using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Rehearsal.Lab;
using S2SVpn.Rehearsal.Lab.Expectations;
using S2SVpn.Rehearsal.Lab.Linux;
using S2SVpn.Rehearsal.Lab.Report;
using S2SVpn.Rehearsal.Lab.State;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Tests.Support;

namespace S2SVpn.Rehearsal.Tests.Lab;

/// <summary>Holds rehearsals of the starter, as it was applied or with something changed in what Terraform recorded.</summary>
internal static class LabBench
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Applied = new(() => TerraformApply.RunAsync([Workbench.Starter], [], CancellationToken.None));

    // What this machine lacks, also where it can't be fetched.
    private static readonly Lazy<Task<string?>> Missing = new(() => MissingAsync(wireguard: false));

    private static readonly Lazy<Task<string?>> MissingForWireguard = new(() => MissingAsync(wireguard: true));

    /// <summary>What the starter's request designs.</summary>
    public static LabDesign Starter { get; } = Designed(File.ReadAllText(Repository.File("s2svpn.yaml")));

    public static LabDesign Designed(string request)
    {
        var read = RequestReader.Read(request, "request.yaml", _ => null);
        return LabDesign.From(ConnectivityPlan.CreateUnchecked(read.Document!.Request));
    }

    /// <summary>What Terraform recorded of the starter.</summary>
    public static async Task<StateEdits> StateAsync()
    {
        Workbench.FindTerraform();
        return new StateEdits((await Applied.Value)[0]);
    }

    /// <summary>Skips the test on a machine that cannot run a lab, but fails it in CI, which has to.</summary>
    public static async Task<LabReport> RunAsync(StateEdits state, LabDesign? design = null, LabOptions? options = null)
    {
        var lacks = await ((design ?? Starter).UsesWireguard ? MissingForWireguard : Missing).Value;
        if (lacks is not null && Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            Assert.Fail($"CI has to run rehearsals: these tests may not be skipped there. {lacks}");
        }

        Assert.SkipWhen(lacks is not null, lacks ?? "");
        var host = new LabHost([Command.Dotnet, typeof(Program).Assembly.Location]);
        return await host.RunAsync([state.ToString()], design ?? Starter, options ?? new LabOptions { SkipDrills = true, PatienceSeconds = 4 }, await HostMachine.PrepareAsync(_ => { }, (design ?? Starter).UsesWireguard, options is { SkipDrills: false } && (design ?? Starter).HasPairs));
    }

    private static async Task<string?> MissingAsync(bool wireguard)
    {
        try
        {
            _ = await HostMachine.PrepareAsync(_ => { }, wireguard);
            return null;
        }
        catch (LabException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>What failed, in words that a test can show.</summary>
    public static string Failures(LabReport report) => string.Join('\n', report.Checks.Where(check => !check.Passed)
        .Select(check => $"{check.Group} {check.Name}: expected {check.Expected}; seen {check.Seen}; {check.Explanation}")
        .Concat(report.Drills.Where(drill => !drill.Passed).Select(drill => $"{drill}")));
}
