using S2SVpn.Design.Planning;
using S2SVpn.Design.Request;
using S2SVpn.Design.Rules;

namespace S2SVpn.Design.Checking;

/// <summary>Checks a request that was written in code, then plans it.</summary>
public static class CheckedPlan
{
    /// <summary>The plan of a request in which no rule finds an error. Warnings don't stop it.</summary>
    /// <exception cref="ArgumentException">A rule found an error; the message has all of them.</exception>
    /// <example><code>
    /// var plan = CheckedPlan.Create(new VpnRequest
    /// {
    ///     Name = "shop",
    ///     Aws = [new("aws", new AwsSite { Region = "eu-central-1", Network = new() { Cidrs = [Cidr.Parse("10.2.0.0/16")] } })],
    ///     Azure = [new("azure", new AzureSite { Location = "westeurope", Network = new() { Cidrs = [Cidr.Parse("10.1.0.0/16")] } })],
    /// });
    /// </code></example>
    public static ConnectivityPlan Create(VpnRequest request)
    {
        var errors = RuleBook.Check(request).Where(finding => finding.Stops).ToList();
        return errors.Count == 0
            ? ConnectivityPlan.CreateUnchecked(request)
            : throw new ArgumentException(
                $"The request can't be planned:\n{string.Join('\n', errors.Select(error => $"{error.Code} {error.Message}. {error.Fix}"))}", nameof(request));
    }
}
