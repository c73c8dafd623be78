using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Request.Writing;
using S2SVpn.Tests.Support;

namespace S2SVpn.App.Tests.Changes;

/// <summary>What holds for the changes of the table holds for any change from one legal request to another.</summary>
public sealed class AnyChangeTests(ITestOutputHelper output)
{
    /// <summary>How many changes to make up: <c>dotnet test tests/S2SVpn.App.Tests -e S2SVPN_TEST_CHANGES=1000 --filter AnyChange</c>.</summary>
    private const string Variable = "S2SVPN_TEST_CHANGES";

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var count) ? count : 4;

    // The same changes each time, unless somebody asks for others: one that fails must not depend on the day.
    private static int First => Environment.GetEnvironmentVariable(Seed.Variable) is null ? 1 : Seed.Value;

    [Fact]
    public void Change_FromAnyRequestToAnyOther_AppliesAtOnce()
    {
        output.WriteLine(Seed.Replay(First));
        (VpnRequest Before, VpnRequest After)? smallest = null;
        Exception? failure = null;
        var arbitrary = Arb.From(AnyChange.All, AnyChange.Simpler);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Count).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd((ulong)First), FSharpOption<int>.None));
        try
        {
            Prop.ForAll(arbitrary, change =>
            {
                try
                {
                    ApplyAsync(change).GetAwaiter().GetResult();
                }
                catch (Exception error)
                {
                    (smallest, failure) = (change, error);
                    throw;
                }
            }).Check(config);
        }
        catch (Exception error) when (smallest is { } pair)
        {
            throw new InvalidOperationException(
                $"{Seed.Replay(First)}\n{failure!.Message}\n--- before\n{RequestWriter.Write(pair.Before)}\n--- after\n{RequestWriter.Write(pair.After)}", error);
        }
    }

    private static async Task ApplyAsync((VpnRequest Before, VpnRequest After) change)
    {
        var (before, after) = (ConnectivityPlan.CreateUnchecked(change.Before), ConnectivityPlan.CreateUnchecked(change.After));
        await ChangeBench.ChangeAsync(before, after);
        await ChangeBench.ChangeAgainAsync(before, after);
    }
}
