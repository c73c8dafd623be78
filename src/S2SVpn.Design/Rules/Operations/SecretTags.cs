using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class SecretTags : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X218",
        Level = FindingLevel.Warning,
        Title = "No tag holds a secret",
        Why = "Everybody who may look at a resource, a bill or Terraform's state reads its tags.",
        Sources =
        [
            new("docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html", "AWS: tags hold nothing confidential"),
            new("learn.microsoft.com/azure/azure-resource-manager/management/tag-resources", "Microsoft: tags"),
        ],
        Fix = "Leave it out, and keep what is secret in Secrets Manager or Key Vault.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) =>
        from tag in context.Request.Tags.Keys
        where SecretWords.IsSecretName(tag)
        let path = RequestPath.Root["tags"][tag]
        select new Violation($"{context.FormatPath(path)} is named like a secret", path);
}
