using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class RekeyFuzzAndReplayWindow : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS013",
        Level = FindingLevel.Error,
        Title = "The rekey fuzz is 0 to 100 percent, the replay window 64 to 2048 packets",
        Why = "AWS rejects other values when it creates the connection.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Use a value within these limits, or leave it out (100 and 1024).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAwsManaged
        from option in link.Options("rekey.fuzz", all => all.Rekey.Fuzz, own => own.Rekey?.Fuzz)
            .Select(fuzz => (fuzz.Value, fuzz.Path, Least: 0, Most: 100))
            .Concat(link.Options("replayWindow", all => all.ReplayWindow, own => own.ReplayWindow)
                .Select(window => (window.Value, window.Path, Least: 64, Most: 2048)))
        where option.Value < option.Least || option.Value > option.Most
        select new Violation(
            $"{context.FormatPath(option.Path)} {option.Value} is not between {option.Least} and {option.Most}", option.Path);
}
