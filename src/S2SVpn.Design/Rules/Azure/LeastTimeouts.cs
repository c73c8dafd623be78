using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class LeastTimeouts : Rule
{
    private static readonly Duration Least = Duration.Minutes(1);

    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ142",
        Level = FindingLevel.Error,
        Title = "Terraform waits a minute at least",
        Why = "Terraform asks Azure and waits for each answer within this time. In less than a minute it gives up on every gateway and connection, "
            + "whatever Azure does.",
        Sources = [Source.AzureGatewayResource, new("developer.hashicorp.com/terraform/plugin/sdkv2/resources/retries-and-customizable-timeouts", "Terraform: timeouts")],
        Fix = "Leave terraform.timeouts out (90m, 60m, 120m, and 60m for a connection).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var timeouts = context.Request.Terraform.Timeouts;
        var at = RequestPath.Root.At("terraform.timeouts");
        return from time in new (Duration Value, RequestPath Path)[]
               {
                   (timeouts.GatewayCreate, at["gatewayCreate"]), (timeouts.GatewayUpdate, at["gatewayUpdate"]),
                   (timeouts.GatewayDelete, at["gatewayDelete"]), (timeouts.Connection, at["connection"]),
               }
               where time.Value < Least
               select new Violation($"{context.FormatPath(time.Path)} {time.Value.Written} is shorter than {Least}, in which nothing can be made", time.Path);
    }
}
