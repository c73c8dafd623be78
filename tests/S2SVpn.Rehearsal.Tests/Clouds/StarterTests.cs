namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>The synthesized file alone in a folder: Terraform needs no Node.js, no .NET and no repository.</summary>
public sealed class StarterTests
{
    [Fact]
    public async Task Starter_FromInitToDestroy_WorksAndLeavesNothing()
    {
        await using var bench = await Workbench.StartAsync(Workbench.Starter);
        await bench.SucceedAsync("init");
        var validated = await bench.SucceedAsync("validate");
        var planned = await bench.RunAsync("plan", "-detailed-exitcode");
        await bench.SucceedAsync("apply", "-auto-approve");
        await bench.AssertNoChangesAsync();
        var existed = bench.Clouds.Store.Objects.Count;
        await bench.SucceedAsync("destroy", "-auto-approve");

        Assert.Contains("The configuration is valid", validated.Output);
        Assert.Equal(2, planned.ExitCode);
        Assert.Contains($"Plan: {Workbench.StarterTypes.Count} to add, 0 to change, 0 to destroy.", planned.Output);
        // Passwords and the order of changes exist in the state only.
        Assert.Equal(Workbench.StarterTypes.Count(type => type is not ("random_password" or "terraform_data")), existed);
        Assert.Empty(bench.Clouds.Store.Objects);
    }
}
