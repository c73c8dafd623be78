using S2SVpn.Design;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Tests.Clouds;
using S2SVpn.Rehearsal.Tests.Examples;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Flavours;

/// <summary>What one flavour deployed goes on under the other, whose providers are other versions, with nothing to change.</summary>
public sealed class ContinueTests(OtherFlavour other) : IClassFixture<OtherFlavour>
{
    private static readonly Lazy<ValueMap<ProviderSchema>> OwnSchemas = new(SchemaReader.ReadEmbedded);

    public static TheoryData<string> Names { get; } = [.. Example.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_AppliedWithOneFlavour_IsNotChangedByTheOther(string name)
    {
        Assert.SkipWhen(other.Lack is not null, $"{other.Lack}");
        // That this is what the own program writes, ExampleTests of the constructs hold.
        var (own, others) = (Example.Read(name).Stacks, await other.SynthesizeAsync(name));

        await ContinueAsync((own, OwnSchemas.Value), (others, other.Schemas));
        await ContinueAsync((others, other.Schemas), (own, OwnSchemas.Value));
    }

    [Fact]
    public async Task Example_OfTheOtherFlavour_DiffersInTheVersionOfItsRemarks()
    {
        Assert.SkipWhen(other.Lack is not null, $"{other.Lack}");

        var (own, others) = (Example.Read("minimal").Stacks[0].Json, (await other.SynthesizeAsync("minimal"))[0].Json);

        Assert.Equal(Flavour.VersionOf(Flavour.Default), (string?)own["//"]!["metadata"]!["version"]);
        Assert.Equal(Flavour.VersionOf(Flavour.Other), (string?)others["//"]!["metadata"]!["version"]);
        Assert.Equal($"{own["terraform"]}", $"{others["terraform"]}");
    }

    private static async Task ContinueAsync((IReadOnlyList<ExampleStack> Stacks, ValueMap<ProviderSchema> Schemas) first, (IReadOnlyList<ExampleStack> Stacks, ValueMap<ProviderSchema> Schemas) next)
    {
        await using var bench = await Workbench.StartAsync("{}", new CloudOptions { Schemas = first.Schemas });
        foreach (var stack in first.Stacks)
        {
            bench.Stack = stack.Name;
            bench.Write(stack.Json.ToJsonString());
            await bench.ApplyAsync();
        }

        await bench.ContinueAsync(new CloudOptions { Schemas = next.Schemas, Store = bench.Clouds.Store });
        foreach (var stack in next.Stacks)
        {
            bench.Stack = stack.Name;
            bench.Write(stack.Json.ToJsonString());
            await bench.AssertNoChangesAsync();
        }
    }
}
