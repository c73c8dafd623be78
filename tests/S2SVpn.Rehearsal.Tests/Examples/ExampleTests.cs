using System.Text.Json;
using S2SVpn.Rehearsal.Tests.Clouds;

namespace S2SVpn.Rehearsal.Tests.Examples;

/// <summary>Every example through the real Terraform: from init to destroy, with nothing but its files in reach.</summary>
public sealed class ExampleTests
{
    // What exists in the state only.
    private static readonly string[] OfNoCloud = ["random_", "tls_", "terraform_"];

    public static TheoryData<string> Names { get; } = [.. Example.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_FromInitToDestroy_JoinsTheCloudsAndLeavesNothing(string name)
    {
        var example = Example.Read(name);
        await using var bench = await Workbench.StartAsync("{}");
        List<JsonElement> states = [];
        foreach (var stack in example.Stacks)
        {
            bench.Stack = stack.Name;
            bench.Write(stack.Json.ToJsonString());
            await bench.SucceedAsync("init");
            Assert.Contains("The configuration is valid", (await bench.SucceedAsync("validate")).Output);
            var apply = await bench.SucceedAsync("apply", "-auto-approve");
            Assert.Contains($"Apply complete! Resources: {stack.Types.Count()} added, 0 changed, 0 destroyed.", apply.Output);
            await bench.AssertNoChangesAsync();
            states.Add(JsonDocument.Parse((await bench.SucceedAsync("show", "-json")).Output).RootElement);
        }

        Handshake.Check(new State(states));
        Assert.Equal(
            example.Stacks.SelectMany(stack => stack.Types).Count(type => !OfNoCloud.Any(begin => type.StartsWith(begin, StringComparison.Ordinal))),
            bench.Clouds.Store.Objects.Count);
        foreach (var stack in example.Stacks.Reverse())
        {
            bench.Stack = stack.Name;
            bench.Write(stack.Unprotected());
            await bench.SucceedAsync("destroy", "-auto-approve");
        }

        Assert.Empty(bench.Clouds.Store.Objects);
    }
}
