using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class StateShared : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X145",
        Level = FindingLevel.Warning,
        Title = "Stacks that read each other share their states",
        Why = "Each stack reads the outputs of the one before it from its state. A local file is on one machine "
            + "only.",
        Sources =
        [
            new("developer.hashicorp.com/terraform/language/state/remote-state-data", "Terraform: remote state"),
        ],
        Fix = "Write a backend that all who apply them reach, or stacks: single.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var (terraform, root) = (context.Request.Terraform, RequestPath.Root["terraform"]);
        if (terraform.Stacks != StackLayout.Together
            && terraform.Backend is { S3: null, Azurerm: null, Cloud: null, Http: null, Pg: null })
        {
            yield return new Violation(
                $"{context.FormatPath(root["stacks"])} is {Words.Of(terraform.Stacks)}, but the state is in local files", root["stacks"], root["backend"]);
        }
    }
}
