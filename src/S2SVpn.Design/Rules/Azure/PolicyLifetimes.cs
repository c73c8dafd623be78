using S2SVpn.Design.Catalogue;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class PolicyLifetimes : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ028",
        Level = FindingLevel.Error,
        Title = "Azure's phase 2 lifetime is 5 minutes to 2 days, and at least 1024 KB",
        Why = "Azure rejects other lifetimes in an IPsec policy.",
        Sources = [Source.AzureCrypto, Source.AzureConnectionResource],
        Fix = "Leave crypto.esp.azureLifetime and azureDataSize out (as AWS's, and 102400000 KB).",
    };

    private const int LeastKilobytes = 1024;

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => link.IsAzureManaged))
        {
            var esp = link.Crypto.Esp;
            if (esp.AzureLifetimeSeconds is < AzureLimits.ShortestPhase2 or > AzureLimits.LongestPhase2)
            {
                var own = link.Link.Crypto.Esp.AzureLifetime is not null;
                var path = link.At(own ? "crypto.esp.azureLifetime" : "crypto.esp.lifetime");
                var wrong = esp.AzureLifetimeSeconds < AzureLimits.ShortestPhase2
                    ? $"shorter than {new Duration(AzureLimits.ShortestPhase2)}"
                    : $"longer than {new Duration(AzureLimits.LongestPhase2)}";
                yield return new Violation($"{context.FormatPath(path)} {(link.Link.Crypto.Esp.AzureLifetime ?? link.Link.Crypto.Esp.Lifetime ?? new Duration(esp.AzureLifetimeSeconds)).Written} is {wrong}", path);
            }

            if (esp.AzureLifetimeKilobytes < LeastKilobytes)
            {
                var path = link.At("crypto.esp.azureDataSize");
                yield return new Violation(
                    $"{context.FormatPath(path)} {esp.AzureLifetimeKilobytes} is less than {LeastKilobytes} KB", path);
            }
        }
    }
}
