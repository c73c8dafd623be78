using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class DynamicNat : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ107",
        Level = FindingLevel.Error,
        Title = "A dynamic NAT rule has one external network of /26 or smaller, on one instance",
        Why = "Azure rejects a larger external network, and keeps the translation table on one instance of the "
            + "gateway only.",
        Sources =
        [
            Source.AzureNat,
            new("learn.microsoft.com/azure/vpn-gateway/nat-howto", "Microsoft: NAT limitations"),
        ],
        Fix = "Write one network from /26 to /32 in external, and 0 or 1 in instance.",
    };

    private const int Largest = 26;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links)
        {
            var instances = link.ResolvedLink?.Azure.Instances ?? 2;
            for (var index = 0; index < link.Link.Nat.Count; index++)
            {
                var (rule, path) = (link.Link.Nat[index], link.At("nat")[index]);
                if (rule.Kind != NatKind.Dynamic)
                {
                    continue;
                }

                if (rule.Internal.Count == 0 || rule.External is not [{ PrefixLength: >= Largest }])
                {
                    yield return new Violation(
                        $"{context.FormatPath(path)} translates {rule.Internal} to {rule.External}, not to one /{Largest} or "
                        + "smaller",
                        path["external"], path["internal"]);
                }

                if (rule.Instance is not { } instance || instance < 0 || instance >= instances)
                {
                    yield return new Violation(
                        $"{context.FormatPath(path["instance"])} "
                        + $"{(rule.Instance is null ? "is missing" : $"{rule.Instance} is not an instance")}; "
                        + $"the gateway has {(instances == 1 ? "only 0" : "0 and 1")}",
                        path["instance"]);
                }
            }
        }
    }
}
