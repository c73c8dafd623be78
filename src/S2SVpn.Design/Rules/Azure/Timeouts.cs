using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

internal sealed class Timeouts : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ038",
        Level = FindingLevel.Warning,
        Title = "Terraform's timeouts are long enough for Azure",
        Why = "A gateway takes 30 to 45 minutes and sometimes longer, and changing a key has taken "
            + "more than 30. When Terraform stops waiting, Azure still creates the gateway, but Terraform's state "
            + "does not have it.",
        Sources =
        [
            Source.AzureGatewayResource,
            new(
                "github.com/hashicorp/terraform-provider-azurerm/issues/33102",
                "Terraform provider azurerm: changing a key times out"),
        ],
        Fix = "Leave terraform.timeouts out (90m, 60m, 120m, and 60m for a connection).",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var timeouts = context.Request.Terraform.Timeouts;
        var at = RequestPath.Root.At("terraform.timeouts");
        return from time in new (Duration Value, RequestPath Path, Duration Least)[]
               {
                   (timeouts.GatewayCreate, at["gatewayCreate"], Duration.Minutes(60)),
                   (timeouts.GatewayUpdate, at["gatewayUpdate"], Duration.Minutes(60)),
                   (timeouts.GatewayDelete, at["gatewayDelete"], Duration.Minutes(60)),
                   (timeouts.Connection, at["connection"], Duration.Minutes(30)),
               }
               where time.Value < time.Least
               select new Violation(
                   $"{context.FormatPath(time.Path)} {time.Value.Written} is shorter than the {time.Least} that Azure may need", time.Path);
    }
}
