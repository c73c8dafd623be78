using S2SVpn.Design.Findings;
using S2SVpn.Design.Request;

namespace S2SVpn.Design.Rules.Keys;

public sealed class KeysOfAws : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X138",
        Level = FindingLevel.Error,
        Title = "Keys made by AWS are made by a gateway of AWS that shows them",
        Why = "Only a VPN connection of AWS makes keys, and Azure can be given them only while Terraform can "
            + "read them.",
        Sources = [Source.AwsProvider, Source.AwsKeyStorage],
        Fix = "Leave keys out, and Terraform makes them.",
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
                    $"{context.FormatPath(source)} is aws, but {context.FormatPath(kind)} is appliance, which makes no keys", source, kind);
            }
            else if (link.Link.Keys.Storage == KeyStorage.SecretsManager)
            {
                yield return new Violation(
                    $"{context.FormatPath(source)} is aws, but with {context.FormatPath(storage)} AWS shows the keys to nobody",
                    source, storage);
            }
        }
    }
}
