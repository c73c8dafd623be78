using S2SVpn.Design.Findings;
using S2SVpn.Design.Layout;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class VersionRanges : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X144",
        Level = FindingLevel.Error,
        Title = "The allowed versions are supported by the output",
        Why = "Version 5 of azurerm has other names for what is asked of it (enable_bgp is gone), and versions before the "
            + "given ones lack a part of it. Without an upper limit, terraform init takes the newest one some "
            + "day.",
        Sources =
        [
            new(
                "github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md",
                "Terraform provider azurerm: changes"),
            new(
                "github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md",
                "Terraform provider aws: changes"),
        ],
        Fix = "Leave it out, or write a narrower range inside the default.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var (asked, known) = (context.Request.Terraform.Versions, new TerraformVersions());
        var path = RequestPath.Root.At("terraform.versions");
        return from range in new (string Asked, string Known, RequestPath Path)[]
               {
                   (asked.Terraform, known.Terraform, path["terraform"]),
                   (asked.Aws, known.Aws, path["aws"]),
                   (asked.Azurerm, known.Azurerm, path["azurerm"]),
                   (asked.Random, known.Random, path["random"]),
                   (asked.Tls, known.Tls, path["tls"]),
               }
               let given = VersionRange.Of(range.Asked)
               where given.IsEmpty || !VersionRange.Of(range.Known).Contains(given)
               select new Violation(
                   $"{context.FormatPath(range.Path)} {range.Asked} "
                   + (given.IsEmpty ? "allows no version at all" : $"allows versions outside {range.Known}"),
                   range.Path)
               {
                   Fix = $"Leave it out for {range.Known}, or write a narrower range inside it.",
               };
    }
}
