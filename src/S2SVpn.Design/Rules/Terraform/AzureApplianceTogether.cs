using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class AzureApplianceTogether : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X200",
        Level = FindingLevel.Error,
        Title = "An appliance in Azure is in one configuration with its peer",
        Why = "Split stacks give AWS the addresses of Azure's gateway before Azure knows those of AWS. A machine knows its peers from "
            + "its first start, so each end would wait for the other.",
        Sources = [new("developer.hashicorp.com/terraform/language/state/remote-state-data", "Terraform: outputs of another state")],
        Fix = "Leave terraform.stacks out.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from site in context.AzureSites
        where !site.IsManaged && context.Request.Terraform.Stacks != StackLayout.Together
        let path = RequestPath.Root.At("terraform.stacks")
        let kind = site.Gateway["kind"]
        select new Violation($"{context.FormatPath(path)} is {Words.Of(context.Request.Terraform.Stacks)}, but {context.FormatPath(kind)} is appliance", path, kind);
}
