using S2SVpn.Design.Findings;

namespace S2SVpn.Design.Rules.Terraform;

internal sealed class OneBackend : Rule
{
    public override RuleFacts Facts { get; } = new()
    {
        Code = "X140",
        Level = FindingLevel.Error,
        Title = "The state is kept in one place",
        Why = "A Terraform configuration has one backend.",
        Sources = [new("developer.hashicorp.com/terraform/language/backend", "Terraform: backends")],
        Fix = "Keep one of them.",
    };

    internal override IEnumerable<Violation> Check(RuleContext context)
    {
        var backend = context.Request.Terraform.Backend;
        var path = RequestPath.Root.At("terraform.backend");
        var given = new (string Key, object? Settings)[]
        {
            ("local", backend.Local), ("s3", backend.S3), ("azurerm", backend.Azurerm),
            ("cloud", backend.Cloud), ("http", backend.Http), ("pg", backend.Pg),
        }.Where(each => each.Settings is not null).Select(each => each.Key).ToList();
        return given.Count > 1
            ?
            [
                new Violation(
                    $"{context.FormatPath(path)} names {Phrase.And(given)}",
                    [.. given.Skip(1).Select(key => path[key]), path[given[0]]]),
            ]
            : [];
    }
}
