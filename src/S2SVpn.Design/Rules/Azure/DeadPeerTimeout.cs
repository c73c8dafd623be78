using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class DeadPeerTimeout : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ031",
        Level = FindingLevel.Error,
        Title = "Azure's dead peer timeout is 9 seconds to 1 hour",
        Why = "Azure rejects other timeouts when it creates the connection; Terraform does not check them earlier.",
        Sources = [Source.AzureCrypto],
        Fix = "Write tunnels.dpd.azureTimeout from 9s to 1h. Microsoft advises 30s to 45s.",
    };

    private const int Least = 9;
    private const int Most = 3600;

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from link in context.Links
        where link.IsAzureManaged
        from timeout in link.Options("dpd.azureTimeout", all => all.Dpd.AzureTimeout, own => own.Dpd?.AzureTimeout)
            .Concat(link.Link.Tunnels.Dpd.AzureTimeout is null
                ? link.Options("dpd.timeout", all => (Duration?)all.Dpd.Timeout, own => own.Dpd is { AzureTimeout: null } ? own.Dpd.Timeout : null)
                : [])
        where timeout.Value is { Seconds: < Least or > Most }
        select new Violation($"{context.FormatPath(timeout.Path)} {timeout.Value!.Value.Written} is not between {new Duration(Least)} and {new Duration(Most)}", timeout.Path);
}
