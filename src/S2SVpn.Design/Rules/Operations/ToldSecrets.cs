using S2SVpn.Design.Findings;
using S2SVpn.Design.Request.Reading;

namespace S2SVpn.Design.Rules.Operations;

internal sealed class ToldSecrets : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X218",
        Level = FindingLevel.Warning,
        Title = "No tag or reason tells a secret",
        Why = "Everybody who may look at a resource, a bill or Terraform's state reads its tags, and the request with its reasons lies where a team keeps its code.",
        Sources =
        [
            new("docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html", "AWS: tags hold nothing confidential"),
            new("learn.microsoft.com/azure/azure-resource-manager/management/tag-resources", "Microsoft: tags"),
        ],
        Fix = "Leave it out, and keep what is secret in Secrets Manager or Key Vault.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context) => Named(context).Concat(Told(context));

    private static IEnumerable<Violation> Named(RuleContext context) =>
        from tag in context.Request.Tags.Keys
        where SecretWords.IsSecretName(tag)
        let path = RequestPath.Root["tags"][tag]
        select new Violation($"{context.FormatPath(path)} is named like a secret", path);

    private static IEnumerable<Violation> Told(RuleContext context) =>
        from text in new Located<string?>[] { new(context.Request.Owner, RequestPath.Root["owner"]), new(context.Request.Environment, RequestPath.Root["environment"]) }
            .Concat(context.Request.Tags.Select(tag => new Located<string?>(tag.Value, RequestPath.Root["tags"][tag.Key])))
            .Concat(context.Request.Access.Select((flow, index) => new Located<string?>(flow.Why, RequestPath.Root["access"][index]["why"])))
            .Concat(context.Request.Accept.Select((accepted, index) => new Located<string?>(accepted.Because, RequestPath.Root["accept"][index]["because"])))
        where text.Value is not null && SecretWords.FindHidden(text.Value).Any()
        select new Violation($"{context.FormatPath(text.Path)} seems to tell a secret", text.Path);
}
