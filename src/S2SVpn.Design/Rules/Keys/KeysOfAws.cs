using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

internal sealed class KeysOfAws : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X138",
        Level = FindingLevel.Error,
        Title = "Keys created by AWS need an AWS gateway that returns them",
        Why = "Only an AWS VPN connection creates keys, and they can be passed to Azure only if Terraform can "
            + "read them.",
        Sources = [Source.AwsProvider, Source.AwsKeyStorage],
        Fix = "Leave keys out, and Terraform generates them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        foreach (var link in context.Links.Where(link => link.Link.Keys.EffectiveSource == KeySource.Aws))
        {
            var (source, storage) = (link.At("keys.source"), link.At("keys.storage"));
            if (link.ResolvedLink is { Aws: { IsManaged: false } aws })
            {
                var kind = aws.Gateway["kind"];
                yield return new Violation(
                    $"{context.FormatPath(source)} is aws, but {context.FormatPath(kind)} is appliance, which creates no keys", source, kind);
            }
            else if (link.Link.Keys.Storage == KeyStorage.SecretsManager)
            {
                yield return new Violation(
                    $"{context.FormatPath(source)} is aws, but with {context.FormatPath(storage)} AWS does not return the keys",
                    source, storage);
            }
        }
    }
}
