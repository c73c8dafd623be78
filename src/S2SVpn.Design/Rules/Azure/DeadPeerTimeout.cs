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
        from dpd in link.Options("dpd", all => all.Dpd, own => own.Dpd)
        let timeout = dpd.Value.AzureTimeout ?? dpd.Value.Timeout
        where timeout.Seconds is < Least or > Most
        let path = dpd.Path[dpd.Value.AzureTimeout is null ? "timeout" : "azureTimeout"]
        select new Violation($"{context.FormatPath(path)} {timeout.Written} is not between {new Duration(Least)} and {new Duration(Most)}", path);
}
