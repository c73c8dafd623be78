using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Azure;

public sealed class Timeouts : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "AZ038",
        Level = FindingLevel.Warning,
        Title = "Terraform waits long enough for Azure",
        Why = "A gateway takes 30 to 45 minutes and at times more, and the change of a key has been seen to "
            + "take longer than 30. When Terraform stops waiting, the gateway is made all the same and is in no "
            + "state.",
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
                   $"{context.FormatPath(time.Path)} {time.Value.Written} is shorter than {time.Least}, which Azure can take", time.Path);
    }
}
