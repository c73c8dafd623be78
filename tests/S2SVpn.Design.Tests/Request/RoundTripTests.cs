using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Schema;
using S2SVpn.Design.Request.Writing;

namespace S2SVpn.Design.Tests.Request;

/// <summary>What holds for every request that a file can hold.</summary>
public sealed class RoundTripTests
{
    private static readonly SchemaChecker Schema = new(JsonNode.Parse(RequestSchema.Json())!.AsObject());

    private static readonly Arbitrary<VpnRequest> Any =
        Arb.From(Gen.Choose(0, int.MaxValue).Select(RandomRequests.Make), SmallerRequests.Of);

    [Fact]
    public void Write_AnyRequest_ReadsTheSameWithNoFinding() =>
        Hold(1000, (request, yaml) => Assert.Equal(request, Requests.Good(yaml).Request));

    [Fact]
    public void Write_AnyRequest_HoldsAgainstTheSchema() =>
        Hold(400, (_, yaml) => Assert.Empty(Schema.Check(YamlAsJson.Read(yaml))));

    [Fact]
    public void Write_AnyRequest_IsTheSameEachTimeAndEndsItsLines() => Hold(200, (_, yaml) =>
    {
        Assert.Equal(yaml, RequestWriter.Write(Requests.Good(yaml).Request));
        Assert.EndsWith("\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", yaml, StringComparison.Ordinal);
    });

    [Fact]
    public void Locate_AnyWrittenRequest_PointsIntoTheFile() => Hold(200, (request, yaml) =>
    {
        var sources = Requests.Good(yaml).Sources;
        var lines = yaml.Split('\n');
        var paths = request.Aws.Keys.Select(name => RequestPath.Root["aws"][name].At("network.cidrs"))
            .Concat(request.Tags.Keys.Select(name => RequestPath.Root["tags"][name]));
        Assert.All(paths.Select(path => sources.Locate(path).Span), span =>
            Assert.InRange(span.Column + span.Length - 1, 1, lines[span.Line - 1].Length));
    });

    private static void Hold(int times, Action<VpnRequest, string> property)
    {
        var replay = new Replay(new Rnd((ulong)Seed.Value), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true).WithReplay(replay);
        (string Yaml, Exception Error)? smallest = null;
        try
        {
            Check.One(config, Prop.ForAll(Any, request =>
            {
                var yaml = RequestWriter.Write(request);
                try
                {
                    property(request, yaml);
                }
                catch (Exception error)
                {
                    smallest = (yaml, error);
                    throw;
                }
            }));
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{Seed.Replay(Seed.Value)}\n{smallest?.Error ?? error}\n{smallest?.Yaml}", error);
        }
    }
}
