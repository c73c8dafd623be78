using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Aws;

internal sealed class Lifetimes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AWS011",
        Level = FindingLevel.Error,
        Title = "The phase 1 lifetime is 15 minutes to 8 hours; the phase 2 lifetime is 15 minutes to 1 hour and shorter than phase 1",
        Why = "AWS rejects other lifetimes when it creates the connection.",
        Sources = [Source.AwsTunnels, Source.AwsProvider],
        Fix = "Leave both lifetimes out (8h and 1h), or use values within the limits.",
    };

    private static readonly (int Least, int Most) Phase1 = (900, 28800);
    private static readonly (int Least, int Most) Phase2 = (900, 3600);

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => link.IsAwsManaged))
        {
            var ike = link.Link.Crypto.Ike.Lifetime ?? new Duration(link.Crypto.Ike.LifetimeSeconds);
            var esp = link.Link.Crypto.Esp.Lifetime ?? new Duration(link.Crypto.Esp.LifetimeSeconds);
            var (ikePath, espPath) = (link.At("crypto.ike.lifetime"), link.At("crypto.esp.lifetime"));
            if (ike.Seconds < Phase1.Least || ike.Seconds > Phase1.Most)
            {
                yield return Outside(context, ikePath, ike, Phase1);
            }

            if (esp.Seconds < Phase2.Least || esp.Seconds > Phase2.Most)
            {
                yield return Outside(context, espPath, esp, Phase2);
            }
            else if (esp >= ike)
            {
                yield return new Violation(
                    $"{context.FormatPath(espPath)} {esp.Written} is not shorter than "
                    + $"{context.FormatPath(ikePath)} {ike.Written}",
                    espPath, ikePath);
            }
        }
    }

    private static Violation Outside(RuleContext context, RequestPath path, Duration time, (int Least, int Most) limits) => new(
        $"{context.FormatPath(path)} {time.Written} is not between {new Duration(limits.Least)} and {new Duration(limits.Most)}",
        path);
}
